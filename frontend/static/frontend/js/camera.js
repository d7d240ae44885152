// Codes read with the telephone's camera, where the browser can: BarcodeDetector. Otherwise they are typed.
const WANTED = ["qr_code", "data_matrix", "ean_13", "code_128"];
const PAUSE = 200;
const SAME_AGAIN = 3000;

export const canScan = () => "BarcodeDetector" in window && Boolean(navigator.mediaDevices?.getUserMedia);

// Shows the camera in `video` and calls `onCode(text)` for each code; the one still held there not again for 3 seconds.
// Answers a function that stops the camera. Fails when the camera cannot be used or the browser reads no codes.
export async function startCamera(video, onCode) {
  if (!canScan()) throw new Error("This browser reads no codes");
  const known = await BarcodeDetector.getSupportedFormats();
  const detector = new BarcodeDetector({ formats: WANTED.filter((format) => known.includes(format)) });
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  let running = true;
  const stop = () => {
    running = false;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  try {
    video.srcObject = stream;
    await video.play();
  } catch (wrong) {
    stop();
    throw wrong;
  }
  look();
  return stop;

  async function look() {
    const last = { text: "", at: 0 };
    while (running) {
      const [code] = await detector.detect(video).catch(() => []);
      if (code && running && (code.rawValue !== last.text || Date.now() - last.at > SAME_AGAIN)) onCode(code.rawValue);
      if (code) Object.assign(last, { text: code.rawValue, at: Date.now() });
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
