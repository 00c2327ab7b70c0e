"""Files from gensim and for it."""

from __future__ import annotations

import pytest
from vector_files import WORDS, assert_equal, vectors_of

from w2v_gui.errors import FormatError
from w2v_gui.vectors.formats import read_vectors, write_vectors

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture
def keyed_vectors():
    return pytest.importorskip("gensim.models").KeyedVectors


@pytest.mark.parametrize("ending", [".bin", ".txt"])
def test_reads_ours_back_equal(tmp_path, keyed_vectors, ending):
    vectors = vectors_of(WORDS, 50)
    write_vectors(tmp_path / f"v{ending}", vectors)
    theirs = keyed_vectors.load_word2vec_format(str(tmp_path / f"v{ending}"), binary=ending == ".bin")
    assert tuple(theirs.index_to_key) == vectors.words
    assert theirs.vectors.tobytes() == vectors.matrix.tobytes()


@pytest.mark.parametrize("binary", [True, False])
def test_is_read_back_equal(tmp_path, keyed_vectors, binary):
    vectors = vectors_of(WORDS, 50)
    theirs = keyed_vectors(50)
    theirs.add_vectors(list(vectors.words), vectors.matrix)
    theirs.save_word2vec_format(str(tmp_path / "v"), binary=binary)
    assert_equal(read_vectors(tmp_path / "v"), vectors)


def test_own_format_is_refused_with_the_remedy(tmp_path, keyed_vectors):
    theirs = keyed_vectors(50)
    theirs.add_vectors(WORDS, vectors_of(WORDS, 50).matrix)
    theirs.save(str(tmp_path / "v.kv"))
    with pytest.raises(FormatError, match="save_word2vec_format"):
        read_vectors(tmp_path / "v.kv")
