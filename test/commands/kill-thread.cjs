// Loaded before the program by a test: ends its first thread some time after it began, as a lack of memory would.
const threads = require('node:worker_threads');

const { Worker } = threads;
let isFirst = true;
threads.Worker = class extends Worker {
	constructor(...given) {
		super(...given);
		if (!isFirst) return;
		isFirst = false;
		this.once('online', () => setTimeout(() => this.terminate(), Number(process.env.KILL_AFTER)));
	}
};
