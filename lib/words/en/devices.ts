/** What browsers and systems are called: by these words people know their own devices. */
export const devices = {
  browser_on_system: "{browser} on {system}",
  chrome: "Chrome",
  edge: "Edge",
  firefox: "Firefox",
  opera: "Opera",
  safari: "Safari",
  samsung: "Samsung Internet",
  unknown: "An unknown browser",
  "system:android": "Android",
  "system:chromeos": "ChromeOS",
  "system:ipad": "an iPad",
  "system:iphone": "an iPhone",
  "system:linux": "Linux",
  "system:mac": "a Mac",
  "system:windows": "Windows",
} as const;
