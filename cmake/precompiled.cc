// A library needs a source; this one has nothing but the precompiled headers.
