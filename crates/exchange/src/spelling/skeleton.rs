//! Consonant skeletons: the consonants of the three scripts on one small alphabet.
//!
//! Letters that one script keeps apart and another writes alike share a class (ح ه خ with h and
//! kh; ص س ث with s; ט ת with t), weak letters (alef, ayin, vowels, w and y) fall out, doubled
//! letters count once. Good for finding candidates, too coarse to decide.

use super::letters::Script;
use super::name::{Name, Token};

// Classes 1..: b d f g/j/q/k h l m n r s/sh/z t. 0 = weak.
const B: u8 = 1;
const D: u8 = 2;
const F: u8 = 3;
const G: u8 = 4;
const H: u8 = 5;
const K: u8 = 6;
const L: u8 = 7;
const M: u8 = 8;
const N: u8 = 9;
const R: u8 = 10;
const S: u8 = 11;
const T: u8 = 12;

//                        ا ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي ة پ چ ژ گ ڤ
const ARABIC: [u8; 34] = [0, B, T, T, G, H, H, D, D, R, S, S, S, S, D, T, D, 0, G, F, K, K, L, M, N, H, 0, 0, 0, B, S, S, G, F];
//                        א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ש ת
const HEBREW: [u8; 22] = [0, B, G, D, H, 0, S, H, T, 0, K, L, M, N, S, 0, F, S, K, R, S, T];
//                        ג' ז' צ' ח' ד' ת' ט' ע' ר'
const GERESH: [u8; 9] = [G, S, S, H, D, T, D, G, G];
//                       a  b  c  d  e  f  g  h  i  j  k  l  m  n  o  p  q  r  s  t  u  v  w  x  y  z
const LATIN: [u8; 26] = [0, B, K, D, 0, F, G, H, 0, G, K, L, M, N, 0, B, K, R, S, T, 0, F, 0, K, 0, S];

/// Appends the skeleton of folded letters to `out`: classes 1 to 12.
pub fn of_letters(script: Script, letters: &[u8], out: &mut Vec<u8>) {
    let mut last = 0u8;
    let first = out.len();
    let mut i = 0;
    while i < letters.len() {
        let l = usize::from(letters[i].saturating_sub(1));
        let mut step = 1;
        let class = match script {
            Script::Arabic => ARABIC[l.min(33)],
            Script::Hebrew if l < 22 => HEBREW[l],
            Script::Hebrew => GERESH[(l - 22).min(8)],
            Script::Latin => {
                // Digraphs: sh, ch, kh, th, dh, gh, ph.
                let h = letters.get(i + 1) == Some(&8);
                step = if h && matches!(l, 18 | 2 | 10 | 19 | 3 | 6 | 15) { 2 } else { 1 };
                match (l, step) {
                    (2, 2) => S,
                    (10, 2) => H,
                    (15, 2) => F,
                    _ => LATIN[l.min(25)],
                }
            }
        };
        // A final h is as often a vowel's sign as a letter.
        let end = i + step >= letters.len();
        if class != 0 && class != last && !(end && class == H) {
            out.push(class);
        }
        if class != 0 {
            last = class;
        }
        i += step;
    }
    // A word of weak letters alone keeps a mark, so that it is not lost.
    if out.len() == first {
        out.push(13);
    }
}

/// The skeleton of a token, a glued or written article left out.
#[must_use]
pub fn of_token(name: &Name, token: &Token) -> Vec<u8> {
    let mut out = Vec::with_capacity(8);
    of_letters(name.script, &name.letters[usize::from(token.core)..usize::from(token.end)], &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_in_three_scripts_has_one_skeleton() {
        for same in
            [["محمد", "מוחמד", "Mohammed"], ["خالد", "ח'אלד", "Khaled"], ["الجعيدي", "אל-ג'עידי", "al-Juaidi"], ["شريف", "שריף", "Sharif"]]
        {
            let s: Vec<Vec<u8>> = same.iter().filter_map(|t| Name::read(t).map(|n| of_token(&n, &n.tokens[0]))).collect();
            assert_eq!(s.len(), 3);
            assert!(s.iter().all(|x| *x == s[0]), "{same:?} {s:?}");
        }
    }
}
