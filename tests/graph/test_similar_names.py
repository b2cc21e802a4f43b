"""Names that differ by a slip of the pen."""

import pytest

from vaultgraph.graph.similar_names import SimilarNames

NAMES = ["Transformer", "Redes recorrentes", "LSTM", "Atenção", "Encoder", "Decoder", "Aula 12.pdf",
    "Afferent pathway", "Álgebra matemático", "Revolução II", "微分学专题", "阿里云", "《思考·快与慢》",
]  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), [
    pytest.param("Transfomer", ["Transformer"], id="a letter too few"),
    pytest.param("Transformmer", ["Transformer"], id="a letter too many"),
    pytest.param("Transfarmer", ["Transformer"], id="a wrong letter"),
    pytest.param("Transofrmer", ["Transformer"], id="two letters swapped"),
    pytest.param("transformer", ["Transformer"], id="case"),
    pytest.param("Atencao", ["Atenção"], id="accents"),
    pytest.param("Ransformer", ["Transformer"], id="the first letter"),
    pytest.param("Xencoder", [], id="a letter before a short word"),
    pytest.param("Encodes", [], id="another ending"),
    pytest.param("Transforme", ["Transformer"], id="the last letter"),
    pytest.param("Encoder e Decoder", [], id="another name"),
    pytest.param("GRU", [], id="too short to tell"),
    pytest.param("LSTMs", [], id="a letter of a short name"),
    pytest.param("Encodor", [], id="another letter in a name of seven"),
    pytest.param("Efferent pathway", [], id="a prefix that makes another word"),
    pytest.param("Álgebra matemática", [], id="the other gender"),
    pytest.param("[LSTM", ["LSTM"], id="a mark of a short name"),
    pytest.param("Aula_12.pdf", ["Aula 12.pdf"], id="a blank"),
    pytest.param("Aula 13.pdf", [], id="a digit"),
    pytest.param("Revolução I", [], id="a word of one letter"),
    pytest.param("积分学专题", [], id="a Chinese word for another"),
    pytest.param("阿里云盘", [], id="a Chinese word too many"),
    pytest.param("《思考，快与慢》", ["《思考·快与慢》"], id="a mark between Chinese words"),
])  # fmt: skip
def test_similar_names_are_found(written, meant):
    assert SimilarNames(NAMES).find(written) == meant
