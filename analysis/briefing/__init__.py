"""Tables and figures → briefing.pptx, ledger.xlsx and report.html."""
