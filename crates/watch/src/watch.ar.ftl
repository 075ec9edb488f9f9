# قراءة تقرير.
watch-intake-empty = الوثيقة فارغة.
watch-intake-odd-quote = علامة اقتباس بلا نظير. تحقّق أين ينتهي الكلام المقتبس.
