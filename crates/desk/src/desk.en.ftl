

## Projections.
bad-no-projection = This file is not what one person may read of a case: it was not made by `caucus export`.
