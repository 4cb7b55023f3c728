"""The main job as one list: each stage, the tables it reads and the tables it writes.

A stage is a function that takes the frames it reads by name and returns a dict of the frames it
writes. Stages know nothing of each other; this list is the only place where their order stands.
"""
