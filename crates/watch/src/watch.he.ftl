# קריאת דיווח.
watch-intake-empty = המסמך ריק.
watch-intake-odd-quote = למירכאה אין בת זוג. יש לבדוק היכן מסתיים הציטוט.
