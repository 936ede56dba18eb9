using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Security;

/// <summary>Takes the ring of keys from where one installation keeps it to where another does. What is there already stays.</summary>
public static class RingCopy
{
    /// <summary>Adds elements of a ring to a database, within the acting transaction.</summary>
    public static async Task AddAsync(PortalDbContext db, IEnumerable<XElement> elements)
    {
        var there = (await db.KeyRing.Select(row => row.Xml).ToListAsync()).Select(xml => IdOf(XElement.Parse(xml))).ToHashSet();
        foreach (var element in elements.Where(element => there.Add(IdOf(element))))
        {
            db.KeyRing.Add(new() { Name = NameOf(element), Xml = element.ToString(SaveOptions.DisableFormatting) });
        }
    }

    /// <summary>Adds elements of a ring to a place of data protection's own.</summary>
    public static void Add(IXmlRepository place, IEnumerable<XElement> elements)
    {
        var there = place.GetAllElements().Select(IdOf).ToHashSet();
        foreach (var element in elements.Where(element => there.Add(IdOf(element))))
        {
            place.StoreElement(element, NameOf(element));
        }
    }

    // A key has an id; a revocation, which Portal never makes, is known by all of it.
    private static string IdOf(XElement element) => element.Attribute("id")?.Value ?? element.ToString(SaveOptions.DisableFormatting);

    private static string NameOf(XElement element) => $"{element.Name.LocalName}-{element.Attribute("id")?.Value ?? Guid.NewGuid().ToString()}";
}
