

## Projections.
bad-no-projection = קובץ זה אינו מה שאדם אחד רשאי לקרוא מתוך תיק: הוא לא נוצר על ידי `caucus export`.
