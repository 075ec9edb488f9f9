//! One side's items against a payment that can be split as finely as one likes.
//!
//! Between two deliveries some of the payment is handed over. Before item k goes, the payment still
//! owed must be at least what the giver has yet to lose, less D_A; after it went, at most what the
//! payer has yet to receive, plus D_B. So with T the items that come after k,
//! D_A + D_B ≥ c_k − Σ_T (v − c), and only the sum of the two matters. The least D is reached by
//! this order from the end: first the gains (v ≥ c) by rising c, then the losses by falling v
//! (an exchange argument as in Johnson's rule; Sandholm and Ferrandon 2000). O(n log n).

use serde::{Deserialize, Serialize};

/// An item of the giver.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Item {
    /// What it is worth to the payer.
    pub value: i64,
    /// What giving it costs.
    pub cost: i64,
}

/// The giver's items of an exchange one by one, at the worths that are worst, and the class that
/// each is of.
#[must_use]
pub fn items(exchange: &super::Exchange, giver: super::Side) -> (Vec<Item>, Vec<usize>) {
    let worst = exchange.at_worst();
    let one = |k: usize| (Item { value: worst[k].1, cost: worst[k].0 }, k);
    let classes = exchange.classes.iter().enumerate().filter(|(_, c)| c.giver == giver);
    classes.flat_map(|(k, c)| std::iter::repeat_n(one(k), usize::try_from(c.count).unwrap_or(0))).unzip()
}

/// The order and what it needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// The items by place, in the order of delivery.
    pub order: Vec<usize>,
    /// The least D_A + D_B with which a safe order exists.
    pub least: i64,
    /// The item whose delivery needs it, where it is above nought.
    pub needed_by: Option<usize>,
}

/// What may still be owed while an item is delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owed {
    /// The item.
    pub item: usize,
    /// The payment still owed while it moves, at least.
    pub at_least: i64,
    /// And at most.
    pub at_most: i64,
}

/// The order of the least guarantee; of equal items the earlier is delivered first.
#[must_use]
pub fn order(items: &[Item]) -> Order {
    let mut end: Vec<usize> = (0..items.len()).collect();
    end.sort_by(|x, y| {
        let (a, b) = (items[*x], items[*y]);
        let (loss_a, loss_b) = (a.value < a.cost, b.value < b.cost);
        loss_a
            .cmp(&loss_b)
            .then_with(|| if loss_a { b.value.cmp(&a.value) } else { a.cost.cmp(&b.cost).then(b.value.cmp(&a.value)) })
            .then_with(|| y.cmp(x))
    });
    let (mut least, mut needed_by, mut gained) = (0, None, 0);
    for i in &end {
        let need = items[*i].cost - gained;
        if need > least {
            (least, needed_by) = (need, Some(*i));
        }
        gained += items[*i].value - items[*i].cost;
    }
    // Starting at all needs R ≥ −D too.
    if -gained > least {
        (least, needed_by) = (-gained, None);
    }
    end.reverse();
    Order { order: end, least, needed_by }
}

/// How much D_A + D_B an order needs.
#[must_use]
pub fn need(items: &[Item], order: &[usize]) -> i64 {
    let (mut least, mut gained) = (0, 0);
    for i in order.iter().rev() {
        least = least.max(items[*i].cost - gained);
        gained += items[*i].value - items[*i].cost;
    }
    least.max(-gained)
}

/// Between what bounds the payment still owed has to lie while each item moves.
#[must_use]
pub fn owed(items: &[Item], order: &[usize], d_giver: i64, d_payer: i64) -> Vec<Owed> {
    let mut cost: i64 = items.iter().map(|i| i.cost).sum();
    let mut value: i64 = items.iter().map(|i| i.value).sum();
    order
        .iter()
        .map(|i| {
            value -= items[*i].value;
            let o = Owed { item: *i, at_least: (cost - d_giver).max(0), at_most: value + d_payer };
            cost -= items[*i].cost;
            o
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(v: &[(i64, i64)]) -> Vec<Item> {
        v.iter().map(|(value, cost)| Item { value: *value, cost: *cost }).collect()
    }

    fn shown(v: &[(i64, i64)]) -> (i64, Vec<(i64, i64)>) {
        let o = order(&items(v));
        (o.least, o.order.iter().map(|i| v[*i]).collect())
    }

    #[test]
    fn the_known_answers() {
        assert_eq!(shown(&[(5, 1), (4, 2), (3, 2)]), (1, vec![(3, 2), (4, 2), (5, 1)]));
        assert_eq!(shown(&[(5, 0)]).0, 0);
        assert_eq!(shown(&[(5, 3)]).0, 3);
        assert_eq!(shown(&[(10, 4); 4]).0, 4);
        let (least, order) = shown(&[(10, 4), (10, 4), (0, 3), (10, 4), (10, 4)]);
        assert_eq!((least, order[0]), (4, (0, 3)));
        assert_eq!(shown(&[(2, 3), (9, 1), (1, 2)]), (1, vec![(1, 2), (2, 3), (9, 1)]));
        assert_eq!(shown(&[]).0, 0);
    }

    /// Every order, tried one after another.
    fn exhaustive(items: &[Item], order: &mut Vec<usize>) -> i64 {
        if order.len() == items.len() {
            return need(items, order);
        }
        let mut best = i64::MAX;
        for i in 0..items.len() {
            if !order.contains(&i) {
                order.push(i);
                best = best.min(exhaustive(items, order));
                order.pop();
            }
        }
        best
    }

    /// Whether the payment can be paid so that no side is ever better off leaving: played through.
    fn plays(items: &[Item], order: &[usize], d: i64) -> bool {
        let windows = owed(items, order, 0, d);
        windows.iter().all(|w| w.at_least <= w.at_most) && items.iter().map(|i| i.value - i.cost).sum::<i64>() >= -d
    }

    #[test]
    fn the_greedy_order_is_as_good_as_the_best_of_all_orders() {
        let mut x = 12345u64;
        let mut next = |n: u64| {
            x = x.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            i64::try_from((x >> 33) % n).unwrap_or(0)
        };
        for _ in 0..3000 {
            let n = next(7);
            let v: Vec<Item> = (0..n).map(|_| Item { value: next(10), cost: next(10) }).collect();
            let o = order(&v);
            assert_eq!(o.least, exhaustive(&v, &mut Vec::new()), "{v:?}");
            assert_eq!(o.least, need(&v, &o.order));
            assert!(plays(&v, &o.order, o.least) && (o.least == 0 || !plays(&v, &o.order, o.least - 1)), "{v:?}");
        }
    }
}
