# The two commands that do everything, set-up included: `make briefing` and `make test`.
PREFIX ?= /usr/local
release = swift build -c release --product bayan --static-swift-stdlib
bayan = .build/release/bayan

.PHONY: briefing test bench install images setup release

briefing: release
	$(bayan) build

test: setup
	swift test

bench: release
	Scripts/bench $(bayan)

install: release
	install -d $(PREFIX)/bin $(PREFIX)/share/bayan
	install $(bayan) $(PREFIX)/bin/bayan
	cp -R Fonts Layouts Atlas seeds $(PREFIX)/share/bayan/

images: briefing
	Scripts/images

setup:
	@Scripts/setup

release: setup
	@$(release)
