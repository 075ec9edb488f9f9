//! Exact numbers: fractions without bound, read from the digits of a file and never through `f64`.

use num_bigint::{BigInt, BigUint};
use num_rational::BigRational;
use num_traits::{One, Zero};

/// A worth, a weight, a share: an exact fraction, printed as `n` or `n/d` in lowest terms.
pub type Fraction = BigRational;

/// The longest run of digits and the greatest power of ten that is read. A longer number in a file
/// is an accident or an attack; nobody's worth needs it.
const MOST_DIGITS: usize = 400;

/// Reads `-0.25`, `.2`, `1e-3`, `3/7` or `12` exactly. `None` where the text is not a number.
#[must_use]
pub fn read(text: &str) -> Option<Fraction> {
    let text = text.trim();
    if let Some((over, under)) = text.split_once('/') {
        let (over, under) = (read_decimal(over.trim())?, read_decimal(under.trim())?);
        return if under.is_zero() { None } else { Some(over / under) };
    }
    read_decimal(text)
}

fn read_decimal(text: &str) -> Option<Fraction> {
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((m, e)) => (m, e.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits: String = [whole, part].concat();
    let places = i32::try_from(part.len()).ok()?.checked_sub(exponent)?;
    let too_long = digits.len() > MOST_DIGITS || places.unsigned_abs() as usize > MOST_DIGITS;
    if digits.is_empty() || too_long || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let value = BigInt::parse_bytes(digits.as_bytes(), 10)? * sign;
    let ten = BigInt::from(10).pow(places.unsigned_abs());
    Some(if places >= 0 { Fraction::new(value, ten) } else { Fraction::from_integer(value * ten) })
}

/// A whole number as a fraction.
#[must_use]
pub fn whole(n: i64) -> Fraction {
    Fraction::from_integer(BigInt::from(n))
}

/// `over / under`; zero where `under` is zero, for shares of nothing.
#[must_use]
pub fn share(over: &Fraction, under: &Fraction) -> Fraction {
    if under.is_zero() { Fraction::zero() } else { over / under }
}

/// The fraction of two counts, in lowest terms. `under` is never zero.
pub(crate) fn of_counts(over: &BigUint, under: &BigUint) -> Fraction {
    if under.is_zero() { Fraction::zero() } else { Fraction::new(BigInt::from(over.clone()), BigInt::from(under.clone())) }
}

/// `n!`.
pub(crate) fn factorial(n: usize) -> BigUint {
    (2..=n).fold(BigUint::one(), |all, k| all * k)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digits_of_a_file_are_kept_exactly() {
        for (text, shown) in [
            ("0.4626635100680855", "925327020136171/2000000000000000"),
            (".2", "1/5"),
            ("1e-3", "1/1000"),
            ("-2.50", "-5/2"),
            ("3/7", "3/7"),
            ("1E2", "100"),
            ("0.20000000000000018", "10000000000000009/50000000000000000"),
        ] {
            assert_eq!(read(text).map(|f| f.to_string()).as_deref(), Some(shown), "{text}");
        }
    }

    #[test]
    fn what_is_not_a_number_is_not_read_as_one() {
        for text in ["", ".", "NaN", "inf", "1,5", "1/0", "0x10", "1e999999999", "--1", "1e"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
