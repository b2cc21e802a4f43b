"""Names that differ by a slip of the pen."""

import pytest

from vaultgraph.graph.near import NearNames

NAMES = ["Transformer", "Redes recorrentes", "LSTM", "Atenção", "Encoder", "Decoder"]


@pytest.mark.parametrize(("written", "meant"), [
    pytest.param("Transfomer", ["Transformer"], id="a letter too few"),
    pytest.param("Transformmer", ["Transformer"], id="a letter too many"),
    pytest.param("Transfarmer", ["Transformer"], id="a wrong letter"),
    pytest.param("Transofrmer", ["Transformer"], id="two letters swapped"),
    pytest.param("transformer", ["Transformer"], id="case"),
    pytest.param("Atencao", ["Atenção"], id="accents"),
    pytest.param("Ransformer", ["Transformer"], id="the first letter"),
    pytest.param("Transforme", ["Transformer"], id="the last letter"),
    pytest.param("Encoder e Decoder", [], id="another name"),
    pytest.param("GRU", [], id="too short to tell"),
])  # fmt: skip
def test_near(written, meant):
    assert NearNames(NAMES).find(written) == meant
