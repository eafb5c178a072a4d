// Loaded before the program: its streams count as a terminal, so that the questions can be put without one.
for (const stream of [process.stdin, process.stdout, process.stderr]) stream.isTTY = true;
