# The mediators' arithmetic: packages, and whether it passes at home.
title-packages = Packages
title-at-home = At home
arithmetic-mediators-only = For this body’s mediators alone: what is computed from estimates is as secret as they are.
field-estimates = The file’s text
estimate-keep = Keep a file of estimates
estimate-form-packages = Issues with their options, what each is worth to each side and what that rests on, in the form of the handbook’s page on “caucus bargain”. A file with a title that is there already takes its place; the earlier one stays in the record.
estimate-form-home = Bodies, seats with their source, routes and stances, in the form of the handbook’s page on “caucus ratify”. A file with a title that is there already takes its place; the earlier one stays in the record.
estimate-paste = Paste it instead
estimate-do = Keep it
estimate-kept = Files kept
estimate-replaced = replaced

# Packages.
packages-hint = What both could prefer, by your estimates.
packages-empty = No estimates yet
packages-empty-do = Write down the issues, their options and what you think each is worth to each side, with where you have it from; the packages that nothing improves on for everybody are then computed exactly.
packages-none = No package is acceptable to every side by these estimates: there is no zone of possible agreement.
packages-plot = What each point is worth to each side
packages-plot-says = { $n ->
    [one] One point that no package improves on for both: to the right more for { $first }, upwards more for { $second }.
   *[other] { $n_d } points that no package improves on for both: to the right more for { $first }, upwards more for { $second }.
}
packages-dot = { $first } and { $second }
packages-frontier = Packages that nothing improves on
packages-outcomes = Out of { $n } packages that the issues allow.
packages-thinned = Thinned: each side may miss up to
packages-sampled = An issue without steps was sampled: between the steps there may be better packages.
packages-picked = Picked by
packages-stands = If the estimates are off
packages-stands-is = If the estimates are off: for which of the worths that fit what is known the package is still one that nothing improves on, and the most that all could lose at once by choosing it.
packages-look = What it asks and tells
packages-look-do = Look
packages-in-all = { $n } in all
packages-more = { $n ->
    [one] One more point is not shown.
   *[other] { $n_d } more points are not shown.
}
packages-solutions = What the solutions mean
solution-nash = Nash
solution-nash-is = The greatest product of gains over the worst deal that each would accept.
solution-kalai-smorodinsky = Kalai-Smorodinsky
solution-kalai-smorodinsky-is = The greatest least gain, each measured against the best that the side could get; then the next least.
solution-egalitarian = Egalitarian
solution-egalitarian-is = The greatest least gain; then the next least.
solution-utilitarian = Utilitarian
solution-utilitarian-is = The greatest sum. It changes when one side’s scale does, so it says little by itself.
standing-always = for all
standing-sometimes = for some
standing-never = for none
packages-chosen = If this package were put forward
packages-asks = What it asks each side to give up
packages-leak = What a side could infer of the other’s worths
packages-leak-hint = Whoever is shown a package that was chosen by private worths, and knows how it was chosen, can rule worths out. Conveying it is your own act.
packages-leak-of = Of { $owner }’s worths, { $reader } could rule out:
packages-leak-nothing = Nothing
packages-issue = Issue
packages-option = Option
packages-before = Possible before
packages-after = Possible after
packages-impossible = none: it would not fit your estimates
packages-basis = What the estimates rest on
packages-reservation = Worst deal it would accept
packages-nobody-knows = nobody knows
basis-statement = Its own words
basis-inference = Inferences
basis-guess = Guesses
packages-trades = Where they could trade
packages-trades-hint = One side values the first more than the other does, and the second less.
packages-trade = { $side } gains on { $gains } and gives way on { $gives }
packages-questions = What to ask next
packages-questions-hint = By how much an answer would bring down the most that all could lose by your choice.
packages-regret-now = Now
packages-regret-then = Once answered
packages-unjudged = Too many points or open worths to judge each under uncertainty on a page; “caucus bargain” and the library do.
packages-tried = Put to the sides
received-accepted = accepted
received-basis = something to work from
received-no-answer = no answer
received-refused = refused
received-not-put = not put to it

# At home.
at-home-hint = Whether a deal survives its own capital.
at-home-empty = No file of a home yet
at-home-empty-do = Write down who decides, with how many seats by which source, and who said what; then it is counted what passes whatever the undecided do.
at-home-as-of = Judged at
at-home-kept = kept
at-home-no-route = The file names no route by which it is decided: what was said stands below, and nothing is counted.
result-passes = passes
result-fails = fails
result-open = open
at-home-interval = { $least_d } to { $most_d } votes, { $quota_d } needed
at-home-spare = { $n ->
    [0] none to spare
    [one] one to spare
   *[other] { $n_d } to spare
}
at-home-short = { $n ->
    [one] one short
   *[other] { $n_d } short
}
at-home-sufficient = Enough, if all of them say yes
at-home-nobody = nobody more: it carries already
at-home-blocking = Enough to stop it, if all of them say no
at-home-completions = Ways that carry
at-home-completions-are = a count of the ways in which the undecided can vote, not a probability
at-home-pivots = How often each decides
at-home-sets-incomplete = There are more such sets than are listed.
at-home-contradict = Stances that contradict each other; counted as undecided:
at-home-provisions = What the deal contains
at-home-in = in the deal
at-home-out = not in the deal
at-home-flips = Which provision turns whom
at-home-flip-in = With “{ $provision }” put in, { $member } turns from { $from } to { $to } on { $route }: { $result }.
at-home-flip-out = With “{ $provision }” taken out, { $member } turns from { $from } to { $to } on { $route }: { $result }.
at-home-lapses = Pledges that end
at-home-lapse = After { $until }, { $member } counts as { $to } on { $route }: { $result }.
at-home-stances = What was said, and by whom it is reported
at-home-no-stance = Nobody’s stance is noted.
at-home-with = with “{ $provision }” in it
at-home-without = without “{ $provision }”
at-home-until = good until
vote-yes = yes
vote-no = no
vote-abstain = abstains
vote-unknown = undecided
vote-leaves = leaves
at-home-quota = { $n_d } needed
at-home-no-source = No source is stated.
at-home-member = Member
at-home-seats = Seats
at-home-seats-not-stated = seats not stated
at-home-banzhaf = Banzhaf
at-home-shapley-shubik = Shapley-Shubik
at-home-remark = Remark
at-home-veto = nothing carries without it
at-home-dummy = never decides
at-home-power-is = The indices describe the rule, as if nobody had a view.
at-home-minimal = Winning sets with nobody to spare:
