"""Words that a text may mean where a place has the same name: English words, given names, family names."""

# Of a hundred thousand people of the census; rarer names are often places first ("Astana" is nobody's).
GIVEN_FROM, SURNAME_FROM = 5, 10


def read(files, key):
    """Keys by kind. Words are those in small letters of SCOWL's lists (the common ones of a pocket
    dictionary, the others of a desk one); names as the census of
    the United States of 1990 has them (public domain)."""
    common, all_words = _words(files["common words"], key), _words(files["words"], key)
    return {
        "common word": common,
        "word": all_words - common,
        "given name": _names(files["female"], GIVEN_FROM, key) | _names(files["male"], GIVEN_FROM, key),
        "surname": _names(files["last"], SURNAME_FROM, key),
    }


def _words(path, key):
    with open(path, encoding="utf-8") as file:
        words = (line.strip() for line in file)
        return {key(w) for w in words if w.isalpha() and w.islower() and len(w) > 1}


def _names(path, least, key):
    """Rows of the census: a name, how many percent have it, how many percent have it or a commoner one, rank."""
    with open(path, encoding="ascii") as file:
        rows = [line.split() for line in file]
    return {key(name) for name, share, *_ in rows if float(share) * 1000 >= least and len(name) > 2}
