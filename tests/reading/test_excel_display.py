"""Numbers as their formats show them."""

import pytest

from analysis.reading.excel.display import display, is_date


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        ("1", "", "1"),
        ("1.0", "General", "1"),
        ("0.1", "General", "0.1"),
        ("0.30000000000000004", "General", "0.3"),
        ("-3.5", "", "-3.5"),
        ("45519", 'yyyy"年"m"月"d"日"', "2024年8月15日"),
        ("45519", "yyyy年m月", "2024年8月"),
        ("45519", 'm"月"d"日""前"', "8月15日前"),
        ("45519", "yyyy-mm-dd", "2024-08-15"),
        ("45519", "[$-804]yyyy/m/d;@", "2024/8/15"),
        ("45519", "[$-F800]dddd, mmmm dd, yyyy", "2024年8月15日"),
        ("45519", "aaaa", "星期四"),
        ("45519.375", "yyyy/m/d h:mm", "2024/8/15 9:00"),
        ("0.4", "h:mm:ss", "9:36:00"),
        ("0.456", "0%", "46%"),
        ("0.456", "0.0%", "45.6%"),
        ("1234.5", "#,##0.00", "1,234.50"),
        ("1234.5", '#,##0.##"万元"', "1,234.5万元"),
        ("7", "000", "007"),
        ("7", '"第"0"项"', "第7项"),
        ("-7", "0;(0)", "(7)"),
        ("-7", "0.0", "-7.0"),
        ("0", '0;-0;"无"', "无"),
        ("3", "0.00_ ", "3.00"),
        ("12", "@", "12"),
        ("文字", "0.00", "文字"),
        ("1e400", "0.00", "1e400"),
        ("1e25", "", "1e25"),
        ("nan", "", "nan"),
        ("1e12", "yyyy/m/d", "1000000000000"),
    ],
)
def test_display(value, form, shown):
    assert display(value, form) == shown


@pytest.mark.parametrize(("form", "date"), [("m/d", True), ("mmm", True), ('"日"0', False), ("[红色]0.00", False), ("0.00E+00", False), ("h:mm", True), ("General", False)])
def test_dates_are_told_from_numbers(form, date):
    assert is_date(form) is date
