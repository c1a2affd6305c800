"""A report as one HTML file (webbsida): ``page`` fills ``page.html.jinja``, which carries ``page.css`` within it."""
