"""Trees: the published vectors of RFC 6962 implementations, and every path of many sizes."""

import hashlib

from catalog.traceability.proof.tree import EMPTY, leaf_hash, node_hash, path_to, root_by_path, root_of

LEAVES = [bytes.fromhex(each) for each in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
          "606162636465666768696a6b6c6d6e6f")]  # fmt: skip
ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
"""Of the first one, two, three … leaves: the reference vectors of Certificate Transparency."""


def test_the_roots_are_those_of_the_reference_vectors() -> None:
    hashes = [leaf_hash(leaf) for leaf in LEAVES]
    assert [root_of(hashes[:size]).hex() for size in range(1, 9)] == list(ROOTS)
    assert root_of([]) == EMPTY == hashlib.sha256().digest()


def test_every_path_leads_to_its_root_and_to_no_other() -> None:
    for size in (*range(1, 18), 33, 64, 100):
        hashes = [leaf_hash(bytes([number])) for number in range(size)]
        root = root_of(hashes)
        for position, leaf in enumerate(hashes):
            path = path_to(position, hashes)
            assert root_by_path(leaf, position, size, path) == root, (size, position)
            for wrong in {position ^ 1, position + 1, size} - {position}:
                assert root_by_path(leaf, wrong, size, path) != root, (size, position, wrong)
            assert root_by_path(leaf, position, size, [*path, leaf]) is None
            assert not path or root_by_path(leaf, position, size, path[:-1]) != root


def test_whole_blocks_are_nodes_of_the_tree() -> None:
    hashes = [leaf_hash(bytes([number])) for number in range(21)]
    blocks = [root_of(hashes[at : at + 4]) for at in range(0, 21, 4)]
    assert root_of(blocks) == root_of(hashes)
    for position in range(21):
        block = position // 4
        path = [*path_to(position % 4, hashes[block * 4 : block * 4 + 4]), *path_to(block, blocks)]
        assert path == path_to(position, hashes)


def test_a_leaf_is_no_node() -> None:
    left, right = leaf_hash(b"a"), leaf_hash(b"b")
    assert leaf_hash(left + right) != node_hash(left, right)
