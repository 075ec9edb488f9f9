//! The hash tree of RFC 6962: roots, inclusion proofs and consistency proofs over SHA-256.
//!
//! [`Tree`] keeps every complete subtree's hash in memory (64 bytes an entry), so that a proof
//! needs no disk. The verifying functions need no tree; they follow RFC 9162, section 2.1.

use sha2::{Digest, Sha256};

/// A SHA-256 hash.
pub type Hash = [u8; 32];

/// The hash of a leaf: SHA-256 of 0x00 and the leaf's bytes.
#[must_use]
pub fn leaf_hash(leaf: &[u8]) -> Hash {
    let mut h = Sha256::new();
    h.update([0]);
    h.update(leaf);
    h.finalize().into()
}

/// The hash of an inner node: SHA-256 of 0x01 and both children.
#[must_use]
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    let mut h = Sha256::new();
    h.update([1]);
    h.update(left);
    h.update(right);
    h.finalize().into()
}

/// The root of the empty tree: SHA-256 of nothing.
#[must_use]
pub fn empty_root() -> Hash {
    Sha256::digest([]).into()
}

/// A node that a growth of the tree completed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    /// Its height: 1 for the parent of two leaves.
    pub level: u8,
    /// Its place among the nodes of its height, from 0.
    pub at: u64,
    /// Its hash.
    pub hash: Hash,
}

/// A log's tree.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    levels: Vec<Vec<Hash>>,
}

/// What adding leaves to a tree would change; applied only once it is durable.
#[derive(Debug, Clone)]
pub struct Growth {
    added: Vec<Vec<Hash>>,
    /// The root after the growth.
    pub root: Hash,
    /// The size after the growth.
    pub size: u64,
    /// The inner nodes completed by it, lowest first for each leaf.
    pub nodes: Vec<Node>,
}

fn index(n: u64) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

/// The largest power of two below `n` (n of at least 2).
fn split(n: u64) -> u64 {
    1 << (63 - (n - 1).leading_zeros())
}

fn range<F: Fn(usize, u64) -> Hash + Copy>(node: F, lo: u64, hi: u64) -> Hash {
    let n = hi - lo;
    if n.is_power_of_two() && lo.is_multiple_of(n) {
        return node(n.trailing_zeros() as usize, lo / n);
    }
    let k = split(n);
    node_hash(&range(node, lo, lo + k), &range(node, lo + k, hi))
}

impl Tree {
    /// The empty tree.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A tree over these leaf hashes.
    #[must_use]
    pub fn from_leaf_hashes(leaves: impl IntoIterator<Item = Hash>) -> Self {
        let mut tree = Tree::new();
        for leaf in leaves {
            tree.push(leaf);
        }
        tree
    }

    /// The number of leaves.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.levels.first().map_or(0, |l| l.len() as u64)
    }

    /// Adds the hash of one leaf.
    pub fn push(&mut self, leaf: Hash) {
        let mut hash = leaf;
        for level in 0.. {
            if self.levels.len() == level {
                self.levels.push(Vec::new());
            }
            let row = &mut self.levels[level];
            row.push(hash);
            if row.len() % 2 == 1 {
                break;
            }
            hash = node_hash(&row[row.len() - 2], &row[row.len() - 1]);
        }
    }

    /// The hash of leaf `n`.
    #[must_use]
    pub fn leaf(&self, n: u64) -> Option<Hash> {
        self.levels.first()?.get(index(n)).copied()
    }

    /// A complete node's hash.
    #[must_use]
    pub fn node(&self, level: u8, at: u64) -> Option<Hash> {
        self.levels.get(usize::from(level))?.get(index(at)).copied()
    }

    /// The complete inner nodes, by level and place.
    pub fn inner(&self) -> impl Iterator<Item = Node> + '_ {
        self.levels
            .iter()
            .enumerate()
            .skip(1)
            .flat_map(|(level, row)| row.iter().enumerate().map(move |(at, hash)| Node { level: level as u8, at: at as u64, hash: *hash }))
    }

    fn get(&self, level: usize, at: u64) -> Hash {
        self.levels[level][index(at)]
    }

    /// The root when the log had `size` leaves; nothing where it never had that many.
    #[must_use]
    pub fn root_at(&self, size: u64) -> Option<Hash> {
        match size {
            0 => Some(empty_root()),
            _ if size > self.size() => None,
            _ => Some(range(|l, i| self.get(l, i), 0, size)),
        }
    }

    /// The root now.
    #[must_use]
    pub fn root(&self) -> Hash {
        self.root_at(self.size()).unwrap_or_else(empty_root)
    }

    /// What adding these leaf hashes would do.
    #[must_use]
    pub fn grow(&self, leaves: &[Hash]) -> Growth {
        let mut added: Vec<Vec<Hash>> = Vec::new();
        let mut nodes = Vec::new();
        for leaf in leaves {
            let mut hash = *leaf;
            for level in 0.. {
                if added.len() == level {
                    added.push(Vec::new());
                }
                let base = self.levels.get(level).map_or(0, Vec::len);
                let at = base + added[level].len();
                added[level].push(hash);
                if level > 0 {
                    nodes.push(Node { level: level as u8, at: at as u64, hash });
                }
                if at.is_multiple_of(2) {
                    break;
                }
                let left = if at - 1 < base { self.levels[level][at - 1] } else { added[level][at - 1 - base] };
                hash = node_hash(&left, &hash);
            }
        }
        let size = self.size() + leaves.len() as u64;
        let node = |level: usize, at: u64| {
            let base = self.levels.get(level).map_or(0, Vec::len);
            let at = index(at);
            if at < base { self.levels[level][at] } else { added[level][at - base] }
        };
        let root = if size == 0 { empty_root() } else { range(node, 0, size) };
        Growth { added, root, size, nodes }
    }

    /// Applies a growth that was made from this very tree.
    pub fn apply(&mut self, growth: &Growth) {
        for (level, row) in growth.added.iter().enumerate() {
            if self.levels.len() == level {
                self.levels.push(Vec::new());
            }
            self.levels[level].extend_from_slice(row);
        }
    }

    /// The proof that leaf `n` is in the tree of `size` leaves.
    #[must_use]
    pub fn inclusion(&self, n: u64, size: u64) -> Option<Vec<Hash>> {
        if n >= size || size > self.size() {
            return None;
        }
        let (mut lo, mut hi, mut proof) = (0, size, Vec::new());
        let node = |l: usize, i: u64| self.get(l, i);
        while hi - lo > 1 {
            let k = split(hi - lo);
            if n < lo + k {
                proof.push(range(node, lo + k, hi));
                hi = lo + k;
            } else {
                proof.push(range(node, lo, lo + k));
                lo += k;
            }
        }
        proof.reverse();
        Some(proof)
    }

    /// The proof that the tree of `new` leaves grew from the tree of `old` leaves.
    #[must_use]
    pub fn consistency(&self, old: u64, new: u64) -> Option<Vec<Hash>> {
        if old > new || new > self.size() {
            return None;
        }
        if old == 0 || old == new {
            return Some(Vec::new());
        }
        let node = |l: usize, i: u64| self.get(l, i);
        let (mut lo, mut hi, mut proof, mut whole) = (0, new, Vec::new(), true);
        while old != hi {
            let k = split(hi - lo);
            if old <= lo + k {
                proof.push(range(node, lo + k, hi));
                hi = lo + k;
            } else {
                proof.push(range(node, lo, lo + k));
                lo += k;
                whole = false;
            }
        }
        if !whole {
            proof.push(range(node, lo, hi));
        }
        proof.reverse();
        Some(proof)
    }
}

/// Whether the proof shows that the leaf is number `n` of the tree with this size and root.
#[must_use]
pub fn verify_inclusion(leaf: &Hash, n: u64, size: u64, proof: &[Hash], root: &Hash) -> bool {
    if n >= size {
        return false;
    }
    let (mut fn_, mut sn, mut r) = (n, size - 1, *leaf);
    for p in proof {
        if sn == 0 {
            return false;
        }
        if fn_ % 2 == 1 || fn_ == sn {
            r = node_hash(p, &r);
            while fn_.is_multiple_of(2) && fn_ != 0 {
                fn_ >>= 1;
                sn >>= 1;
            }
        } else {
            r = node_hash(&r, p);
        }
        fn_ >>= 1;
        sn >>= 1;
    }
    sn == 0 && r == *root
}

/// Whether the proof shows that the tree of `new` leaves grew from the tree of `old` leaves.
#[must_use]
pub fn verify_consistency(old: u64, old_root: &Hash, new: u64, new_root: &Hash, proof: &[Hash]) -> bool {
    if old == new {
        return proof.is_empty() && old_root == new_root;
    }
    if old == 0 {
        return proof.is_empty() && *old_root == empty_root();
    }
    if old > new {
        return false;
    }
    let mut path = proof.iter();
    let first = if old.is_power_of_two() { Some(old_root) } else { path.next() };
    let Some(first) = first else { return false };
    let (mut fn_, mut sn) = (old - 1, new - 1);
    while fn_ % 2 == 1 {
        fn_ >>= 1;
        sn >>= 1;
    }
    let (mut fr, mut sr) = (*first, *first);
    for c in path {
        if sn == 0 {
            return false;
        }
        if fn_ % 2 == 1 || fn_ == sn {
            fr = node_hash(c, &fr);
            sr = node_hash(c, &sr);
            while fn_.is_multiple_of(2) && fn_ != 0 {
                fn_ >>= 1;
                sn >>= 1;
            }
        } else {
            sr = node_hash(&sr, c);
        }
        fn_ >>= 1;
        sn >>= 1;
    }
    fr == *old_root && sr == *new_root && sn == 0
}
