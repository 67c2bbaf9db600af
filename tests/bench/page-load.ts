import { connect } from "node:net";

const end = "\r\n\r\n";
const lastChunk = "0\r\n\r\n";

/** Asks for the page over one connection, again as soon as the answer is whole, until the time is over. Gives how often. */
function askOver(url: URL, request: string, until: number): Promise<number> {
  return new Promise((done, fail) => {
    let answers = 0;
    let head: string | undefined;
    let text = "";
    let length = 0;
    let received = 0;
    const socket = connect(Number(url.port), url.hostname);
    const ask = () => {
      head = undefined;
      text = "";
      received = 0;
      if (Date.now() < until) return void socket.write(request);
      socket.destroy();
      done(answers);
    };
    const take = (bytes: Buffer) => {
      received += bytes.length;
      // The end of a chunked answer may come in two parts; of one whose length is known only the head is read.
      if (head === undefined) text += bytes.toString("latin1");
      else if (Number.isNaN(length)) text = (text + bytes.subarray(-16).toString("latin1")).slice(-16);
      if (head === undefined) {
        const at = text.indexOf(end);
        if (at < 0) return;
        head = text.slice(0, at);
        if (!head.startsWith("HTTP/1.1 200")) return void socket.destroy(new Error(head.split("\r\n")[0]));
        length = Number(head.match(/content-length: (\d+)/i)?.[1] ?? Number.NaN);
        received -= at + end.length;
        text = text.slice(at + end.length);
      }
      const isWhole = Number.isNaN(length) ? text.endsWith(lastChunk) : received >= length;
      if (!isWhole) return;
      answers += 1;
      ask();
    };
    socket.setNoDelay(true).on("connect", ask).on("data", take).on("error", fail);
  });
}

/** Requests per second that a page answers over so many connections at once, each kept open, asked as a browser asks. */
export async function requestsPerSecond(
  address: string,
  { connections = 50, seconds = 3, encodings = "gzip, deflate, br" } = {},
): Promise<number> {
  const url = new URL(address);
  // Over IPv4, as Next listens.
  if (url.hostname === "localhost") url.hostname = "127.0.0.1";
  const headers = [
    `GET ${url.pathname} HTTP/1.1`,
    `host: ${url.host}`,
    "accept: text/html",
    "accept-language: en",
    ...(encodings ? [`accept-encoding: ${encodings}`] : []),
  ];
  const request = headers.join("\r\n") + end;
  const until = Date.now() + seconds * 1000;
  const counts = await Promise.all(Array.from({ length: connections }, () => askOver(url, request, until)));
  return counts.reduce((a, b) => a + b, 0) / seconds;
}
