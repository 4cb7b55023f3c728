"""How well the program reads and judges labelled documents, beside the baselines, treated alike."""
