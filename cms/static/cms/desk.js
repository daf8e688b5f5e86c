/* The desk's behaviour. Every part only eases what also works without scripts. Texts come from data-text-* of <body>. */
import { installConfirm } from "./confirm.js";
import { installForms } from "./forms.js";
import { installGuard } from "./guard.js";
import { installLinks } from "./links.js";
import { installNavigation } from "./navigation.js";
import { installServerErrors } from "./toasts.js";

installConfirm();
installForms();
installGuard();
installLinks();
installNavigation();
installServerErrors();
