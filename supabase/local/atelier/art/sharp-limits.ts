import sharp from "sharp";

// Pictures are drawn by several threads of ours, each of which shall take one core; and no operation comes twice, so that
// what libvips would keep of the last ones is memory for nothing. Both hold for the whole process.
sharp.concurrency(1);
sharp.cache(false);
