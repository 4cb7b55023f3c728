import numpy as np

from analysis.evaluation import calibration


def test_each_span_tells_how_often_its_verdicts_were_right():
    said = calibration.lines(np.array([0.92, 0.95, 1.0, 0.55]), np.array([True, True, False, False]))
    assert len(said) == 4
    assert "难以判断  1个  正确0.00" in said[1]
    assert "把握较大  1个  正确1.00" in said[2]
    assert "把握较大  2个  正确0.50" in said[3]
