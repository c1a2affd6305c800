"""The planner (planering): years to come from expected results, by an earmark or by the result reserve (R18, R46).

``funds`` foresees what each fund sets aside, uses, is repaid and renews; ``plan`` draws the years up on either road;
``words`` has the tables and the assumptions, every one of which is printed.
"""
