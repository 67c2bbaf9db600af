/** Two cards of a deck; the front one is being swiped and carries a spark. */
export function LogoMark({ className = "size-9" }: { className?: string }) {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true" className={className}>
      <rect x="7" y="9" width="25" height="32" rx="7" transform="rotate(-13 19.5 25)" fill="#2280b8" />
      <rect x="16" y="7" width="26" height="33" rx="7.5" transform="rotate(9 29 23.5)" fill="#ffb833" />
      <path
        d="M29.5 13.6c1.3 5.6 3.3 7.6 8.9 8.9-5.6 1.3-7.6 3.3-8.9 8.9-1.3-5.6-3.3-7.6-8.9-8.9 5.6-1.3 7.6-3.3 8.9-8.9Z"
        fill="#fffdf9"
      />
      <path
        d="M12 43.5c8 2.6 17.5 1.9 25-3"
        fill="none"
        stroke="#b12a66"
        strokeWidth="3.4"
        strokeLinecap="round"
      />
    </svg>
  );
}
