# Sentences of the mediator's arithmetic. Notes and complaints: lower case, what is wrong and what to do.

# A domain
bargain-sides = { $n } sides: a frontier takes two to six; choose which sides play
bargain-no-options = issue `{ $issue }` has no option: give it at least one
bargain-worths-missing = side `{ $side }` does not value every option of every issue: add the missing worths
bargain-interval = side `{ $side }`, issue `{ $issue }`: a worth must be low, estimate, high in rising order
bargain-link-unknown = a link or joint worth names an issue, option or side that is not declared
bargain-links-entangled = the links tie more than { $n } combinations together: cut the linked issues into smaller groups
bargain-package = that is not a package of this domain: choose one allowed option of every issue, and two different sides
bargain-too-many = too many packages to compare exactly: raise the limits, or settle some issues first
bargain-winner-sides = Adjusted Winner divides between two sides: choose two
bargain-winner-none = no issue divides: mark as dividing the issues of which each side can have a part
bargain-winner-burden = issue `{ $issue }`: a side would rather not have it; Adjusted Winner divides only what both want

# Files
bargain-no-form = `{ $folder }` holds no NegoLog profiles, no GENIUS XML and no file of ours: check the folder
bargain-one-profile = `{ $folder }` holds fewer than two profiles: a negotiation takes one a side
bargain-not-utf8 = not UTF-8: save the file in UTF-8
bargain-not-xml = not well-formed XML: { $text }
bargain-not-negolog = not a NegoLog profile: { $text }
bargain-not-ours = not a negotiation in our form: { $text }
bargain-not-a-number = `{ $text }` is not a number: write a whole number, a decimal or a fraction
bargain-number-bare = `{ $text }` has passed through binary: put decimals and fractions in quotes so that their digits are kept
bargain-no-issues = the file names no issue
bargain-no-issue = issue `{ $name }` is missing: every side must value every issue
bargain-issue-unknown = issue `{ $name }` is not one of the negotiation's: check its spelling
bargain-issue-twice = issue `{ $name }` is there twice: rename one
bargain-issue-kind = issue `{ $name }` is of kind `{ $kind }`: discrete, integer and real are read
bargain-issue-form = issue `{ $name }`: give either options, or a range of whole numbers, or two options and `divides`
bargain-no-weight = issue `{ $name }` has no weight: add one
bargain-option-missing = option `{ $name }` is not valued: add its value
bargain-option-unknown = option `{ $name }` is not one of the issue's: check its spelling
bargain-no-attribute = `{ $tag }` lacks `{ $name }`: add it
bargain-nothing-positive = issue `{ $name }` has no positive evaluation to divide by: read the evaluations as written
bargain-range-empty = range `{ $name }` ends below its start: exchange the ends
bargain-range-wide = range `{ $name }` has more than 100,000 steps: make the steps larger
bargain-evaluator = evaluator `{ $name }` is not known: linear, constant and triangular are read
bargain-nested-objectives = objectives within objectives are not read: put the issues under one objective
bargain-hyper-rectangles = a hyper-rectangle utility is not additive, and no exact frontier is computed for it: use additive profiles
bargain-worth-form = issue `{ $name }`: give one value an option, or slope and offset on a range, or ranks from 1 with low and high
bargain-tried-issue = a package that was tried leaves out issue `{ $name }`: name its option
bargain-side-unknown = side `{ $name }` is not declared: check its spelling
bargain-reception = `{ $name }` is not a reception: accepted, basis, no answer, refused

# Notes on what was read
bargain-pool = these { $n } profiles are a pool to play games from, not one game: choose sides
bargain-file-skipped = `{ $file }` is not part of the negotiation and was not read
bargain-option-twice = `{ $file }` values option `{ $option }` twice: the last value counts
bargain-sampled = issue `{ $issue }` is continuous and is sampled at { $n } equal steps: the frontier is not exact between them
bargain-reservation-zero = `{ $side }` states no reservation value: it is taken as 0
bargain-reservation-scale = `{ $side }` states a reservation value below 1 while every package is worth more: its evaluations may be meant divided by the greatest

# At home
home-seats-missing = the seats of `{ $member }` in `{ $body }` are not stated, and a route is counted over that body: give them, or leave the route out
home-not-ours = not a home in our form: { $text }
home-body-twice = body `{ $name }` is there twice: two counts of one body need two names
home-body-unknown = body `{ $name }` is not declared: check its spelling
home-member-twice = member `{ $member }` is in body `{ $body }` twice: keep one
home-member-unknown = member `{ $name }` sits in no such body: check its spelling
home-route-twice = route `{ $name }` is there twice: rename one
home-route-unknown = route `{ $name }` is not declared: check its spelling
home-provision-unknown = provision `{ $name }` is not declared: add it, with whether it is in the deal
home-provision-option = provision `{ $name }` names an issue without an option, or an option without its issue: give both
home-condition = `{ $text }` is not a condition: write `with` or `without` and the provision's name
home-date = `{ $text }` is not a date: write year-month-day, as in 2031-05-02
home-quota = `{ $text }` is not a quota: write a number of votes, `more than 1/2` or `at least 2/3`
home-word = `{ $text }` is not known here: { $words }
