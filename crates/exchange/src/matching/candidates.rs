//! Who on the other list could it be? Rows that share rare pieces of their names' skeletons.
//!
//! Every name gives keys: each part's skeleton, its pieces of two and three consonants, and the
//! first part's skeleton together with the last one's and the second's. A shared key counts by its
//! rarity (tf-idf, cosine). Keys that many rows share are looked at last and only within a budget,
//! so that the cost of a row stays bounded however long the list.

use super::person::Person;
use super::prepared::Prepared;

/// How many entries of the index one row may look at.
const BUDGET: usize = 40_000;

/// An index over one list.
#[derive(Debug, Clone)]
pub struct Index {
    keys: Vec<u64>,
    /// Where each key's rows begin; one more than there are keys.
    starts: Vec<u32>,
    rows: Vec<u32>,
    /// One over the length of each row's vector.
    scale: Vec<f32>,
    len: usize,
}

/// Room for looking up, reused between rows.
#[derive(Debug, Clone, Default)]
pub struct Scratch {
    sums: Vec<f32>,
    touched: Vec<u32>,
}

impl Index {
    /// Indexes a list.
    #[must_use]
    pub fn new(people: &[Person]) -> Index {
        let mut entries: Vec<(u64, u32)> = Vec::with_capacity(people.len() * 24);
        for (row, p) in people.iter().enumerate() {
            let row = u32::try_from(row).unwrap_or(u32::MAX);
            entries.extend(keys(p).into_iter().map(|k| (k, row)));
        }
        entries.sort_unstable();
        let mut index = Index {
            keys: Vec::new(),
            starts: Vec::new(),
            rows: Vec::with_capacity(entries.len()),
            scale: vec![0.0; people.len()],
            len: people.len(),
        };
        for (key, row) in entries {
            if index.keys.last() != Some(&key) {
                index.keys.push(key);
                index.starts.push(u32::try_from(index.rows.len()).unwrap_or(u32::MAX));
            }
            index.rows.push(row);
        }
        index.starts.push(u32::try_from(index.rows.len()).unwrap_or(u32::MAX));
        for k in 0..index.keys.len() {
            let w = index.weight(k);
            for i in index.starts[k]..index.starts[k + 1] {
                index.scale[index.rows[i as usize] as usize] += w * w;
            }
        }
        index.scale.iter_mut().for_each(|s| *s = 1.0 / s.max(1e-6).sqrt());
        index
    }

    fn count(&self, key: usize) -> usize {
        (self.starts[key + 1] - self.starts[key]) as usize
    }

    fn weight(&self, key: usize) -> f32 {
        (1.0 + self.len as f32 / self.count(key) as f32).ln()
    }

    /// The `most` likest rows, likest first, ties by row; rows far behind the likest are left out.
    pub fn like(&self, person: &Person, most: usize, scratch: &mut Scratch) -> Vec<(u32, f32)> {
        scratch.sums.resize(self.len, 0.0);
        let mut found: Vec<usize> = keys(person).into_iter().filter_map(|k| self.keys.binary_search(&k).ok()).collect();
        found.sort_unstable_by_key(|k| (self.count(*k), *k));
        let mut spent = 0;
        for k in found {
            let n = self.count(k);
            if spent > 0 && spent + n > BUDGET {
                break;
            }
            spent += n;
            let w = self.weight(k);
            let w = w * w;
            for row in &self.rows[self.starts[k] as usize..self.starts[k + 1] as usize] {
                let sum = &mut scratch.sums[*row as usize];
                if *sum == 0.0 {
                    scratch.touched.push(*row);
                }
                *sum += w;
            }
        }
        let mut out: Vec<(u32, f32)> = Vec::with_capacity(scratch.touched.len());
        for row in scratch.touched.drain(..) {
            let sum = std::mem::take(&mut scratch.sums[row as usize]);
            out.push((row, sum * self.scale[row as usize]));
        }
        let order = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if out.len() > most {
            out.select_nth_unstable_by(most, order);
            out.truncate(most);
        }
        out.sort_unstable_by(order);
        let least = out.first().map_or(0.0, |(_, s)| s * 0.2);
        out.retain(|(_, s)| *s >= least);
        out
    }
}

/// The keys of a person, each once.
fn keys(person: &Person) -> Vec<u64> {
    let mut out = Vec::with_capacity(32);
    for name in &person.names {
        keys_of(name, &mut out);
    }
    out.sort_unstable();
    out.dedup();
    out
}

fn keys_of(name: &Prepared, out: &mut Vec<u64>) {
    let tag = |kind: u64, v: u64| (kind << 60) ^ v.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 4;
    let heavy: Vec<u64> = name.tokens.iter().filter(|t| !t.light).map(|t| t.skeleton).collect();
    for s in &heavy {
        out.push(tag(1, *s));
        // Pieces, the word's edges included as 14.
        let mut edged = [14u64; 18];
        let mut n = 1;
        for k in (0..16).rev() {
            let c = s >> (4 * k) & 15;
            if c != 0 {
                edged[n] = c;
                n += 1;
            }
        }
        n += 1;
        for w in edged[..n.min(18)].windows(3) {
            out.push(tag(2, w[0] << 8 | w[1] << 4 | w[2]));
        }
    }
    if let [first, rest @ ..] = heavy.as_slice() {
        let mix = |a: u64, b: u64| a ^ b.rotate_left(29).wrapping_mul(0x2545_F491_4F6C_DD1D);
        for other in rest.first().into_iter().chain(rest.last()) {
            // Either order: the family's name may come first.
            out.push(tag(3, mix(*first, *other)));
            out.push(tag(3, mix(*other, *first)));
        }
    }
}
