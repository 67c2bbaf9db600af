import motion from "./motion.module.css";

const bits = Array.from({ length: 14 }, (_, at) => at);

/** A few stars that rise behind what is there. */
export function Party() {
  return (
    <div aria-hidden="true" data-party className={motion.sky}>
      {bits.map((bit) => (
        <span key={bit} className={motion.star} />
      ))}
    </div>
  );
}
