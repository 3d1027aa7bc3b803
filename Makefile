all: ; swift build
