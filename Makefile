# The two commands that do everything, set-up included: `make briefing` and `make test`.
PREFIX ?= /usr/local
# Without debugging information: it is two fifths of the program's file and a sixth of its compiling.
# What tests test is the program's own modules, optimised, since they lay out hundreds of packs: `-enable-testing` makes its
# file a twelfth larger and nothing slower, and spares a second build.
options = -c release -debug-info-format none -Xswiftc -enable-testing
release = swift build $(options) --product bayan
bayan = .build/release/bayan
# Without a build of its own, which would compile all modules anew with flags of its own.
tests = swift test $(options) --skip-build

.PHONY: briefing update test snapshots lint fuzz bench install images setup tests release

briefing: release
	$(bayan) build

# The second use: the same pack with figures of 2017 to 2023, into the same folder.
update: release
	$(bayan) build --figures seeds/kazakh-uzbek/updates/trade-2023.csv --as-of 2023-07

test: tests
	$(tests)

# What Tests/Snapshots holds of pages, written anew; what became of it is printed and shown by git.
snapshots: tests
	BAYAN_SNAPSHOTS=write $(tests) --filter 'SnapshotTests'
	git --no-pager diff --stat -- Tests/Snapshots
	git status --short -- Tests/Snapshots

# The form of the code, and what modules import.
lint: setup
	Scripts/imports
	swift format lint -r Sources Tests Package.swift --strict --configuration .swift-format

# A minute for each reader of tables, then 10,000 broken packs through the program itself. A seed is printed with each
# failure: BAYAN_FUZZ_SEED=SEED begins with it, `Scripts/fuzz PROGRAM 1 SEED` runs it alone.
fuzz: release tests
	BAYAN_FUZZ_SECONDS=60 $(tests) --filter NeverCrash
	Scripts/fuzz $(bayan) 10000

bench: release
	$(subst bayan,open-press,$(release))
	Scripts/bench $(bayan)

install: release
	install -d $(PREFIX)/bin $(PREFIX)/share/bayan
	install $(bayan) $(PREFIX)/bin/bayan
	cp -R Fonts Layouts Words Atlas seeds $(PREFIX)/share/bayan/

images: briefing
	Scripts/images

setup:
	@Scripts/setup

tests: setup
	swift build $(options) --build-tests

release: setup
	@$(release)
