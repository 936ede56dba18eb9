namespace Portal.Look;

/// <summary>What stands inside an icon's <c>svg</c>. A type of its own, so that markup cannot take its name for its content.</summary>
public readonly record struct IconShape(string Markup);

/// <summary>The icons that Portal uses: what stands inside an <c>svg</c> on a grid of 24, drawn in strokes.</summary>
/// <remarks>From Lucide 1.62.0, whose licence stands in this folder. <see cref="Icon"/> draws them.</remarks>
public static class Icons
{
    /// <summary>Lucide <c>activity</c>.</summary>
    public static IconShape Activity { get; } = new("<path d='M22 12h-2.48a2 2 0 0 0-1.93 1.46l-2.35 8.36a.25.25 0 0 1-.48 0L9.24 2.18a.25.25 0 0 0-.48 0l-2.35 8.36A2 2 0 0 1 4.49 12H2'/>");

    /// <summary>Lucide <c>arrow-down</c>.</summary>
    public static IconShape ArrowDown { get; } = new("<path d='M12 5v14'/><path d='m19 12-7 7-7-7'/>");

    /// <summary>Lucide <c>arrow-up</c>.</summary>
    public static IconShape ArrowUp { get; } = new("<path d='m5 12 7-7 7 7'/><path d='M12 19V5'/>");

    /// <summary>Lucide <c>chart-column</c>.</summary>
    public static IconShape Chart { get; } = new("<path d='M3 3v16a2 2 0 0 0 2 2h16'/><path d='M18 17V9'/><path d='M13 17V5'/><path d='M8 17v-3'/>");

    /// <summary>Lucide <c>check</c>.</summary>
    public static IconShape Check { get; } = new("<path d='M20 6 9 17l-5-5'/>");

    /// <summary>Lucide <c>chevron-down</c>.</summary>
    public static IconShape ChevronDown { get; } = new("<path d='m6 9 6 6 6-6'/>");

    /// <summary>Lucide <c>chevron-left</c>.</summary>
    public static IconShape ChevronLeft { get; } = new("<path d='m15 18-6-6 6-6'/>");

    /// <summary>Lucide <c>chevron-right</c>.</summary>
    public static IconShape ChevronRight { get; } = new("<path d='m9 18 6-6-6-6'/>");

    /// <summary>Lucide <c>chevrons-up-down</c>.</summary>
    public static IconShape ChevronsLeft { get; } = new("<path d='m11 17-5-5 5-5'/><path d='m18 17-5-5 5-5'/>");
    public static IconShape ChevronsRight { get; } = new("<path d='m6 17 5-5-5-5'/><path d='m13 17 5-5-5-5'/>");
    public static IconShape ChevronsUpDown { get; } = new("<path d='m7 15 5 5 5-5'/><path d='m7 9 5-5 5 5'/>");

    /// <summary>Lucide <c>circle-x</c>.</summary>
    public static IconShape CircleX { get; } = new("<circle cx='12' cy='12' r='10'/><path d='m15 9-6 6'/><path d='m9 9 6 6'/>");

    /// <summary>Lucide <c>clock-alert</c>.</summary>
    public static IconShape ClockAlert { get; } = new("<path d='M12 6v6l4 2'/><path d='M20 12v5'/><path d='M20 21h.01'/><path d='M21.25 8.2A10 10 0 1 0 16 21.16'/>");

    /// <summary>Lucide <c>copy</c>.</summary>
    public static IconShape Copy { get; } = new("<rect width='14' height='14' x='8' y='8' rx='2' ry='2'/><path d='M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2'/>");

    /// <summary>Lucide <c>download</c>.</summary>
    public static IconShape Download { get; } = new("<path d='M12 15V3'/><path d='M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4'/><path d='m7 10 5 5 5-5'/>");

    /// <summary>Lucide <c>ellipsis</c>.</summary>
    public static IconShape Ellipsis { get; } = new("<circle cx='12' cy='12' r='1'/><circle cx='19' cy='12' r='1'/><circle cx='5' cy='12' r='1'/>");

    /// <summary>Lucide <c>external-link</c>.</summary>
    public static IconShape ExternalLink { get; } = new("<path d='M15 3h6v6'/><path d='M10 14 21 3'/><path d='M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6'/>");

    /// <summary>Lucide <c>flask-conical</c>.</summary>
    public static IconShape FlaskConical { get; } = new("<path d='M14 2v6a2 2 0 0 0 .245.96l5.51 10.08A2 2 0 0 1 18 22H6a2 2 0 0 1-1.755-2.96l5.51-10.08A2 2 0 0 0 10 8V2'/><path d='M6.453 15h11.094'/><path d='M8.5 2h7'/>");

    /// <summary>Lucide <c>info</c>.</summary>
    public static IconShape Info { get; } = new("<circle cx='12' cy='12' r='10'/><path d='M12 16v-4'/><path d='M12 8h.01'/>");

    /// <summary>Lucide <c>key-round</c>.</summary>
    public static IconShape Key { get; } = new("<path d='M2.586 17.414A2 2 0 0 0 2 18.828V21a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h1a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h.172a2 2 0 0 0 1.414-.586l.814-.814a6.5 6.5 0 1 0-4-4z'/><circle cx='16.5' cy='7.5' r='.5' fill='currentColor'/>");

    /// <summary>Lucide <c>languages</c>.</summary>
    public static IconShape Languages { get; } = new("<path d='m5 8 6 6'/><path d='m4 14 6-6 2-3'/><path d='M2 5h12'/><path d='M7 2h1'/><path d='m22 22-5-10-5 10'/><path d='M14 18h6'/>");

    /// <summary>Lucide <c>life-buoy</c>.</summary>
    public static IconShape LifeBuoy { get; } = new("<circle cx='12' cy='12' r='10'/><path d='m4.93 4.93 4.24 4.24'/><path d='m14.83 9.17 4.24-4.24'/><path d='m14.83 14.83 4.24 4.24'/><path d='m9.17 14.83-4.24 4.24'/><circle cx='12' cy='12' r='4'/>");

    /// <summary>Lucide <c>loader-circle</c>.</summary>
    public static IconShape LoaderCircle { get; } = new("<path d='M21 12a9 9 0 1 1-6.219-8.56'/>");

    /// <summary>Lucide <c>log-in</c>.</summary>
    public static IconShape LogIn { get; } = new("<path d='m10 17 5-5-5-5'/><path d='M15 12H3'/><path d='M15 3h4a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2h-4'/>");

    /// <summary>Lucide <c>log-out</c>.</summary>
    public static IconShape LogOut { get; } = new("<path d='m16 17 5-5-5-5'/><path d='M21 12H9'/><path d='M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4'/>");

    /// <summary>Lucide <c>mail</c>.</summary>
    public static IconShape Mail { get; } = new("<path d='m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7'/><rect x='2' y='4' width='20' height='16' rx='2'/>");

    /// <summary>Lucide <c>mail-check</c>.</summary>
    public static IconShape MailCheck { get; } = new("<path d='M22 13V6a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2v12c0 1.1.9 2 2 2h8'/><path d='m22 7-8.97 5.7a1.94 1.94 0 0 1-2.06 0L2 7'/><path d='m16 19 2 2 4-4'/>");

    /// <summary>Lucide <c>mail-warning</c>.</summary>
    public static IconShape MailWarning { get; } = new("<path d='M22 10.5V6a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2v12c0 1.1.9 2 2 2h12.5'/><path d='m22 7-8.97 5.7a1.94 1.94 0 0 1-2.06 0L2 7'/><path d='M20 14v4'/><path d='M20 22v.01'/>");

    /// <summary>Lucide <c>mail-x</c>.</summary>
    public static IconShape MailX { get; } = new("<path d='M22 12.532V6a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h8.792'/><path d='m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7'/><path d='m16.5 16.5 5 5'/><path d='m21.5 16.5-5 5'/>");

    /// <summary>Lucide <c>menu</c>.</summary>
    public static IconShape Menu { get; } = new("<path d='M4 5h16'/><path d='M4 12h16'/><path d='M4 19h16'/>");

    /// <summary>Lucide <c>monitor-x</c>.</summary>
    public static IconShape MonitorX { get; } = new("<path d='m14.5 12.5-5-5'/><path d='m9.5 12.5 5-5'/><rect width='20' height='14' x='2' y='3' rx='2'/><path d='M12 17v4'/><path d='M8 21h8'/>");

    /// <summary>Lucide <c>pencil</c>.</summary>
    public static IconShape Pencil { get; } = new("<path d='M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z'/><path d='m15 5 4 4'/>");

    /// <summary>Lucide <c>plus</c>.</summary>
    public static IconShape Plus { get; } = new("<path d='M5 12h14'/><path d='M12 5v14'/>");

    /// <summary>Lucide <c>printer</c>.</summary>
    public static IconShape Printer { get; } = new("<path d='M6 18H4a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2'/><path d='M6 9V3a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v6'/><rect x='6' y='14' width='12' height='8' rx='1'/>");

    /// <summary>Lucide <c>refresh-cw</c>.</summary>
    public static IconShape Refresh { get; } = new("<path d='M3 12a9 9 0 0 1 9-9 9.75 9.75 0 0 1 6.74 2.74L21 8'/><path d='M21 3v5h-5'/><path d='M21 12a9 9 0 0 1-9 9 9.75 9.75 0 0 1-6.74-2.74L3 16'/><path d='M8 16H3v5'/>");

    /// <summary>Lucide <c>scan-line</c>.</summary>
    public static IconShape ScanLine { get; } = new("<path d='M3 7V5a2 2 0 0 1 2-2h2'/><path d='M17 3h2a2 2 0 0 1 2 2v2'/><path d='M21 17v2a2 2 0 0 1-2 2h-2'/><path d='M7 21H5a2 2 0 0 1-2-2v-2'/><path d='M7 12h10'/>");

    /// <summary>Lucide <c>scroll-text</c>.</summary>
    public static IconShape ScrollText { get; } = new("<path d='M15 12h-5'/><path d='M15 8h-5'/><path d='M19 17V5a2 2 0 0 0-2-2H4'/><path d='M8 21h12a2 2 0 0 0 2-2v-1a1 1 0 0 0-1-1H11a1 1 0 0 0-1 1v1a2 2 0 1 1-4 0V5a2 2 0 1 0-4 0v2a1 1 0 0 0 1 1h3'/>");

    /// <summary>Lucide <c>search</c>.</summary>
    public static IconShape Search { get; } = new("<path d='m21 21-4.34-4.34'/><circle cx='11' cy='11' r='8'/>");

    /// <summary>Lucide <c>send</c>.</summary>
    public static IconShape Send { get; } = new("<path d='M14.536 21.686a.5.5 0 0 0 .937-.024l6.5-19a.496.496 0 0 0-.635-.635l-19 6.5a.5.5 0 0 0-.024.937l7.93 3.18a2 2 0 0 1 1.112 1.11z'/><path d='m21.854 2.147-10.94 10.939'/>");

    /// <summary>Lucide <c>settings-2</c>.</summary>
    public static IconShape Settings { get; } = new("<path d='M14 17H5'/><path d='M19 7h-9'/><circle cx='17' cy='17' r='3'/><circle cx='7' cy='7' r='3'/>");

    /// <summary>Lucide <c>shield-alert</c>.</summary>
    public static IconShape ShieldAlert { get; } = new("<path d='M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1z'/><path d='M12 8v4'/><path d='M12 16h.01'/>");

    /// <summary>Lucide <c>sliders-horizontal</c>.</summary>
    public static IconShape Sliders { get; } = new("<path d='M10 5H3'/><path d='M12 19H3'/><path d='M14 3v4'/><path d='M16 17v4'/><path d='M21 12h-9'/><path d='M21 19h-5'/><path d='M21 5h-7'/><path d='M8 10v4'/><path d='M8 12H3'/>");

    /// <summary>Lucide <c>smartphone</c>.</summary>
    public static IconShape Smartphone { get; } = new("<rect width='14' height='20' x='5' y='2' rx='2' ry='2'/><path d='M12 18h.01'/>");

    /// <summary>Lucide <c>sun-moon</c>.</summary>
    public static IconShape SunMoon { get; } = new("<path d='M12 2v2'/><path d='M14.837 16.385a6 6 0 1 1-7.223-7.222c.624-.147.97.66.715 1.248a4 4 0 0 0 5.26 5.259c.589-.255 1.396.09 1.248.715'/><path d='M16 12a4 4 0 0 0-4-4'/><path d='m19 5-1.256 1.256'/><path d='M20 12h2'/>");

    /// <summary>Lucide <c>trash-2</c>.</summary>
    public static IconShape Trash { get; } = new("<path d='M10 11v6'/><path d='M14 11v6'/><path d='M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6'/><path d='M3 6h18'/><path d='M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2'/>");

    /// <summary>Lucide <c>triangle-alert</c>.</summary>
    public static IconShape TriangleAlert { get; } = new("<path d='m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3'/><path d='M12 9v4'/><path d='M12 17h.01'/>");

    /// <summary>Lucide <c>unplug</c>.</summary>
    public static IconShape Unplug { get; } = new("<path d='m19 5 3-3'/><path d='m2 22 3-3'/><path d='M6.3 20.3a2.4 2.4 0 0 0 3.4 0L12 18l-6-6-2.3 2.3a2.4 2.4 0 0 0 0 3.4Z'/><path d='M7.5 13.5 10 11'/><path d='M10.5 16.5 13 14'/><path d='m12 6 6 6 2.3-2.3a2.4 2.4 0 0 0 0-3.4l-2.6-2.6a2.4 2.4 0 0 0-3.4 0Z'/>");

    /// <summary>Lucide <c>user-round</c>.</summary>
    public static IconShape User { get; } = new("<circle cx='12' cy='8' r='5'/><path d='M20 21a8 8 0 0 0-16 0'/>");

    /// <summary>Lucide <c>user-round-pen</c>.</summary>
    public static IconShape UserPen { get; } = new("<path d='M2 21a8 8 0 0 1 10.821-7.487'/><path d='M21.378 16.626a1 1 0 0 0-3.004-3.004l-4.01 4.012a2 2 0 0 0-.506.854l-.837 2.87a.5.5 0 0 0 .62.62l2.87-.837a2 2 0 0 0 .854-.506z'/><circle cx='10' cy='8' r='5'/>");

    /// <summary>Lucide <c>users</c>.</summary>
    public static IconShape Users { get; } = new("<path d='M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2'/><path d='M16 3.128a4 4 0 0 1 0 7.744'/><path d='M22 21v-2a4 4 0 0 0-3-3.87'/><circle cx='9' cy='7' r='4'/>");

    /// <summary>Lucide <c>x</c>.</summary>
    public static IconShape X { get; } = new("<path d='M18 6 6 18'/><path d='m6 6 12 12'/>");
}
