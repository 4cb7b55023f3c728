from sides import side

from analysis.coverage import affinity, casebook, lexicon


def test_every_concept_and_every_case_is_a_subject():
    described = affinity.describe(("停车难",), "deficiency")
    assert described.shape == (1, len(lexicon.load().concepts) + len(casebook.load()))
    assert 0 < described.nnz <= affinity.NEAREST


def test_deficiency_and_remedy_meet_in_other_words():
    problems = side("大班额问题突出", "停车难、乱停车", "病历书写不规范")
    measures = side("新建扩建三所小学，划片逐年微调", "新增泊位，推行错峰共享", "质控医师逐日审阅运行文书")
    found = affinity.affinity(problems, measures)
    assert found.argmax(axis=1).tolist() == [0, 1, 2] and (found >= 0).all() and found.max() <= affinity.MOST


def test_sides_without_items_or_known_characters_give_zeros_of_the_right_shape():
    assert affinity.affinity(side(), side("新增泊位")).shape == (0, 1)
    assert not affinity.affinity(side("120"), side("新增泊位", "停车")).any()


def test_what_both_sides_resemble_has_a_name():
    (problem,) = affinity.subjects(("大班额问题突出",), "deficiency")
    (measure,) = affinity.subjects(("新建扩建三所小学，划片逐年微调",), "remedy")
    assert any("班额" in name or "学位" in name for name in problem.keys() & measure.keys())
