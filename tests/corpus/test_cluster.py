"""On a Dask cluster the same tables come out; a cluster that cannot be used is one line, and nothing is written."""

import sys
from collections import deque
from concurrent.futures import Future

import pytest

from analysis import corpus
from analysis.command import main
from analysis.corpus import cluster
from analysis.corpus.cluster import ordered
from analysis.errors import InputError
from analysis.paths import Output

TEXT = "一、存在问题\n1.停车难。老城区车位不足。\n2.路灯损坏。多处路灯不亮。\n二、整改措施\n（一）新增泊位。年底前新建泊位300个。\n"


@pytest.fixture
def files(tmp_path, monkeypatch):
    """Two documents and one that cannot be used, named relative to the folder one is in."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("甲.txt", TEXT), ("乙.txt", TEXT.replace("停车", "出行")), ("坏.txt", "")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return ["甲.txt", "乙.txt", "坏.txt"]


@pytest.fixture
def address():
    distributed = pytest.importorskip("distributed", reason="distributed is not installed: python3 run.py cluster")
    with distributed.LocalCluster(n_workers=1, threads_per_worker=2, processes=False, protocol="tcp", dashboard_address=None) as local:
        yield local.scheduler_address


def contents(out):
    return {path.name: path.read_bytes() for path in sorted(out.rglob("*.csv"))}


def test_a_cluster_writes_the_same_bytes(files, address, tmp_path):
    corpus.run(files, Output.of(tmp_path / "一"), scheduler=address)
    corpus.run(files, Output.of(tmp_path / "二"), workers=1)
    assert contents(tmp_path / "一") == contents(tmp_path / "二") and len(contents(tmp_path / "一")) > 10


def test_workers_with_another_program_are_refused(files, address, tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "fingerprint", iter(["甲", "乙"]).__next__)
    monkeypatch.setattr(cluster, "_same_everywhere", lambda client, scheduler, check=cluster._same_everywhere: check(Runs(), scheduler))
    with pytest.raises(InputError, match="与本机不同"):
        corpus.run(files, Output.of(tmp_path / "out"), scheduler=address)
    assert not (tmp_path / "out").exists()


class Runs:
    """A client whose one worker runs what it is told here."""

    def wait_for_workers(self, *_, **__):
        pass

    def run(self, function):
        return {"tcp://10.0.0.9:1": function()}


def refused(files, tmp_path, capsys, scheduler="tcp://127.0.0.1:1"):
    assert main(["corpus", *files, "--out", str(tmp_path / "out"), "--scheduler", scheduler, "--quiet"]) == 1
    streams = capsys.readouterr()
    assert streams.out == "" and streams.err.count("\n") == 1 and not (tmp_path / "out").exists()
    return streams.err


def test_a_scheduler_that_does_not_answer_is_one_line(files, tmp_path, capsys, monkeypatch):
    pytest.importorskip("distributed", reason="distributed is not installed: python3 run.py cluster")
    monkeypatch.setattr(cluster, "SECONDS", 0.5)
    assert "tcp://127.0.0.1:1：连接不上调度器" in refused(files, tmp_path, capsys)
    assert "连接不上调度器" in refused(files, tmp_path, capsys, "调度器")


def test_without_the_library_one_line_says_what_to_install(files, tmp_path, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert "python3 run.py cluster" in refused(files, tmp_path, capsys)


@pytest.mark.parametrize("ahead", [1, 3])
def test_results_come_in_order_and_never_more_than_a_few_are_under_way(ahead):
    under_way, most = [], []

    def submit(_, one):
        under_way.append(one)
        most.append(len(under_way))
        return Future()

    left = deque("甲乙丙丁戊")
    found = list(ordered(submit, left, ahead, lambda *_: under_way.pop(0)))
    assert found == list("甲乙丙丁戊") and max(most) == ahead and not left
