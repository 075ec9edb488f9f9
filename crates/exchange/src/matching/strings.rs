//! Likeness of strings in one script, which helps where the letters are the same.

/// The length of the longest common subsequence; bit-parallel after Hyyrö (2004) for up to 64
/// letters, beyond that of the first 64.
pub(crate) fn lcs(a: &[u8], b: &[u8]) -> u32 {
    let a = &a[..a.len().min(64)];
    let mut masks = [0u64; 64];
    for (i, c) in a.iter().enumerate() {
        masks[usize::from(*c & 63)] |= 1 << i;
    }
    let mut s = !0u64;
    for c in b.iter().take(64) {
        let u = s & masks[usize::from(*c & 63)];
        s = s.wrapping_add(u) | (s - u);
    }
    let used = if a.len() == 64 { !0 } else { (1u64 << a.len()) - 1 };
    (!s & used).count_ones()
}

/// The share of letters that two strings have in common in order: 0 to 1.
pub(crate) fn ratio(a: &[u8], b: &[u8]) -> f32 {
    let total = a.len().min(64) + b.len().min(64);
    if total == 0 { 0.0 } else { 2.0 * lcs(a, b) as f32 / total as f32 }
}

/// Jaro-Winkler likeness, 0 to 1 (Winkler 1990; prefix of four, weight 0.1).
pub(crate) fn jaro_winkler(a: &[u8], b: &[u8]) -> f32 {
    let (a, b) = (&a[..a.len().min(64)], &b[..b.len().min(64)]);
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let reach = (a.len().max(b.len()) / 2).saturating_sub(1);
    let (mut in_a, mut in_b) = (0u64, 0u64);
    for (i, c) in a.iter().enumerate() {
        let from = i.saturating_sub(reach);
        let to = (i + reach + 1).min(b.len());
        for (j, d) in b.iter().enumerate().take(to).skip(from) {
            if in_b >> j & 1 == 0 && c == d {
                in_a |= 1 << i;
                in_b |= 1 << j;
                break;
            }
        }
    }
    let m = in_a.count_ones();
    if m == 0 {
        return 0.0;
    }
    let mut turned = 0;
    let (mut x, mut y) = (in_a, in_b);
    while x != 0 {
        turned += u32::from(a[x.trailing_zeros() as usize] != b[y.trailing_zeros() as usize]);
        x &= x - 1;
        y &= y - 1;
    }
    let m = m as f32;
    let jaro = (m / a.len() as f32 + m / b.len() as f32 + (m - turned as f32 / 2.0) / m) / 3.0;
    let prefix = a.iter().zip(b).take(4).take_while(|(x, y)| x == y).count() as f32;
    jaro + prefix * 0.1 * (1.0 - jaro)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_values_come_out() {
        let near = |x: f32, y: f32| assert!((x - y).abs() < 0.001, "{x} {y}");
        near(jaro_winkler(b"martha", b"marhta"), 0.961);
        near(jaro_winkler(b"dwayne", b"duane"), 0.840);
        near(jaro_winkler(b"dixon", b"dicksonx"), 0.813);
        assert_eq!(lcs(b"kitten", b"sitting"), 4);
        assert_eq!(lcs(&[7; 70], &[7; 70]), 64);
        near(ratio(b"abc", b"abc"), 1.0);
    }
}
