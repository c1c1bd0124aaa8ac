import pytest
pytestmark = pytest.mark.journey
def test_smoke(window):
    w = window().sign_in_by_code("amina")
    print(w.page.url, w.words)
    w2 = window(scripts=False, width=320).sign_in("carys")
    print(w2.page.evaluate("document.title"))
    assert 0
