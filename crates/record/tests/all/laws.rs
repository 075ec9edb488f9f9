//! The tree's laws, against the definitions of RFC 6962 written out as they stand there.

use crate::common::say;
use proptest::prelude::*;
use record::merkle::*;
use sha2::{Digest, Sha256};
use std::cell::Cell;

/// MTH of section 2.1.
fn mth(leaves: &[Vec<u8>]) -> Hash {
    match leaves {
        [] => Sha256::digest(b"").into(),
        [leaf] => Sha256::digest([b"\0", leaf.as_slice()].concat()).into(),
        _ => {
            let k = largest_power_below(leaves.len());
            node(&mth(&leaves[..k]), &mth(&leaves[k..]))
        }
    }
}

fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::digest([b"\x01", left.as_slice(), right.as_slice()].concat()).into()
}

fn largest_power_below(n: usize) -> usize {
    let mut k = 1;
    while k * 2 < n {
        k *= 2;
    }
    k
}

/// PATH of section 2.1.1.
fn path(m: usize, leaves: &[Vec<u8>]) -> Vec<Hash> {
    if leaves.len() <= 1 {
        return Vec::new();
    }
    let k = largest_power_below(leaves.len());
    let (mut proof, other) =
        if m < k { (path(m, &leaves[..k]), mth(&leaves[k..])) } else { (path(m - k, &leaves[k..]), mth(&leaves[..k])) };
    proof.push(other);
    proof
}

/// SUBPROOF of section 2.1.2.
fn subproof(m: usize, leaves: &[Vec<u8>], whole: bool) -> Vec<Hash> {
    if m == leaves.len() {
        return if whole { Vec::new() } else { vec![mth(leaves)] };
    }
    let k = largest_power_below(leaves.len());
    let (mut proof, other) = if m <= k {
        (subproof(m, &leaves[..k], whole), mth(&leaves[k..]))
    } else {
        (subproof(m - k, &leaves[k..], false), mth(&leaves[..k]))
    };
    proof.push(other);
    proof
}

fn leaves() -> impl Strategy<Value = Vec<Vec<u8>>> {
    proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..40), 0..70)
}

fn tree(leaves: &[Vec<u8>]) -> Tree {
    Tree::from_leaf_hashes(leaves.iter().map(|l| leaf_hash(l)))
}

#[test]
fn roots_and_proofs_are_those_of_rfc_6962() {
    let sizes = Cell::new([0u32; 4]);
    proptest!(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() }, |(leaves in leaves(), cut in any::<prop::sample::Index>(), bad in any::<prop::sample::Index>())| {
        let (tree, size) = (tree(&leaves), leaves.len());
        let mut counts = sizes.get();
        counts[match size { 0 => 0, 1 => 1, n if n.is_power_of_two() => 2, _ => 3 }] += 1;
        sizes.set(counts);
        let root = mth(&leaves);
        prop_assert_eq!((tree.root(), tree.size()), (root, size as u64));
        for n in 0..size {
            let proof = tree.inclusion(n as u64, size as u64).expect("a proof");
            prop_assert_eq!(&proof, &path(n, &leaves));
            let leaf = leaf_hash(&leaves[n]);
            let holds = |leaf: &Hash, n: usize, proof: &[Hash], root: &Hash| verify_inclusion(leaf, n as u64, size as u64, proof, root);
            prop_assert!(holds(&leaf, n, &proof, &root));
            // One deliberate break of each part.
            prop_assert!(!holds(&leaf_hash(b"another"), n, &proof, &root) || leaves[n] == b"another");
            prop_assert!(!holds(&leaf, n, &proof, &[7; 32]) && !holds(&leaf, size, &proof, &root));
            prop_assert!(!holds(&leaf, n, &[&proof[..], &[root]].concat(), &root));
            if !proof.is_empty() {
                let mut wrong = proof.clone();
                wrong[bad.index(proof.len())][3] ^= 1;
                prop_assert!(!holds(&leaf, n, &wrong, &root) && !holds(&leaf, n, &proof[1..], &root));
            }
        }
        for old in 0..=size {
            prop_assert_eq!(tree.root_at(old as u64), Some(mth(&leaves[..old])));
            let proof = tree.consistency(old as u64, size as u64).expect("a proof");
            let expected = if old == 0 { Vec::new() } else { subproof(old, &leaves, true) };
            prop_assert_eq!(&proof, &expected);
            let old_root = mth(&leaves[..old]);
            let holds = |old_root: &Hash, proof: &[Hash], root: &Hash| verify_consistency(old as u64, old_root, size as u64, root, proof);
            prop_assert!(holds(&old_root, &proof, &root));
            prop_assert!(!holds(&[7; 32], &proof, &root));
            // Whatever grew from nothing is consistent with it.
            prop_assert!(old == 0 || !holds(&old_root, &proof, &[7; 32]));
            if !proof.is_empty() {
                let mut wrong = proof.clone();
                wrong[bad.index(proof.len())][3] ^= 1;
                prop_assert!(!holds(&old_root, &wrong, &root));
            }
        }
        prop_assert_eq!((tree.inclusion(size as u64, size as u64), tree.consistency(1, size as u64 + 1)), (None, None));
        // Growing in two steps is growing in one.
        let at = cut.index(size + 1);
        let mut grown = Tree::new();
        for part in [&leaves[..at], &leaves[at..]] {
            let growth = grown.grow(&part.iter().map(|l| leaf_hash(l)).collect::<Vec<_>>());
            grown.apply(&growth);
            prop_assert_eq!((growth.root, growth.size), (grown.root(), grown.size()));
        }
        prop_assert_eq!(grown.root(), root);
        prop_assert!(grown.inner().eq(tree.inner()));
    });
    let [none, one, power, other] = sizes.get();
    say(&format!("trees: {none} empty, {one} of one leaf, {power} of a power of two, {other} others"));
}
