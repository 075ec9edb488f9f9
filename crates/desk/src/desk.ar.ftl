

## Projections.
bad-no-projection = هذا الملف ليس ما يحق لشخص واحد أن يقرأه من القضية: لم يصنعه `caucus export`.
