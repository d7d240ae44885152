// The bar with the price stays away while the form it stands for is seen; without this file it stays.
const bar = document.querySelector("[data-buy-bar]");
const form = document.getElementById("buy-form");
if (bar && form && "IntersectionObserver" in window) {
  new IntersectionObserver(([seen]) => bar.classList.toggle("away", seen.isIntersecting)).observe(form);
}
