"use client";

import { createContext } from "react";
import { ENGLISH, type Locale } from "@/lib/words/locale.ts";

/** The page's language. Outside a page, as in tests of one component, it is English. */
export const LocaleContext = createContext<Locale>(ENGLISH);
