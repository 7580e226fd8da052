"""A scale of agreement as codebooks write it, for surveys of the tests."""

AGREEMENT = """\
[scales.agreement]
diverging = true
positive = "agree"
negative = "disagree"
dont_know = ["dk"]
net_score = true
scores = { strongly = 5, tend = 4, neither = 3, rather_not = 2, not_at_all = 1 }

[scales.agreement.answers]
strongly = "Strongly agree"
tend = "Tend to agree"
neither = "Neither"
rather_not = "Tend to disagree"
not_at_all = "Strongly disagree"
dk = "Don't know"

[scales.agreement.nets]
agree = { label = "Agree", of = ["strongly", "tend"] }
disagree = { label = "Disagree", of = ["rather_not", "not_at_all"] }
"""
