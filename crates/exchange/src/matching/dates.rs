//! What the agreement of birth dates is worth as evidence.
//!
//! The weight of each kind of agreement is the log of how much commoner it is among pairs of one
//! person than among pairs of two (Fellegi and Sunter 1969, "A theory for record linkage").

use crate::spelling::dates::{BirthDate, DateAgreement};

/// The weight of each kind of agreement, in nats.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DateWeights {
    /// In the order of [`DateAgreement::ALL`].
    pub(crate) weights: [f32; 8],
}

impl Default for DateWeights {
    fn default() -> Self {
        Self { weights: [0.0; 8] }
    }
}

impl DateWeights {
    /// Counts agreement among pairs of one person and of two; half a pair is added to every count.
    pub(crate) fn count(pairs: impl Iterator<Item = (BirthDate, BirthDate, bool)>) -> DateWeights {
        let mut counts = [[0.5f32; 8]; 2];
        for (a, b, same) in pairs {
            counts[usize::from(same)][place(DateAgreement::of(a, b))] += 1.0;
        }
        let total = counts.map(|c| c.iter().sum::<f32>());
        let mut weights: [f32; 8] = std::array::from_fn(|k| ((counts[1][k] / total[1]) / (counts[0][k] / total[0])).ln());
        // Another calendar's day is as good as the same day, and no development pair shows it.
        weights[1] = weights[0] - 0.5;
        DateWeights { weights }
    }

    pub(crate) fn weight(&self, agreement: DateAgreement) -> f32 {
        self.weights[place(agreement)]
    }
}

fn place(agreement: DateAgreement) -> usize {
    DateAgreement::ALL.iter().position(|x| *x == agreement).unwrap_or(7)
}
