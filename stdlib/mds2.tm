import std.clauses
import std.components
import std.controls
import std.environment
import std.ports
import std.protocols

// ---------------------------------------------------------------- words of the questions

/// Stands where somebody could connect something: on hardware, neither inside nor a screen, a lamp or a loudspeaker.
define port.socket_or_radio : bool = self.of_device and not self.logical and self.medium not in [internal, human]
/// Something can be connected to it: more than a supply.
define port.for_connecting  : bool = any m in self.offers where (m not in [display, power, local])
/// Connects without a wire: by radio, or by light over a distance.
define port.wireless        : bool = self.medium == wireless or (self.medium == optical and self.range != contact)
/// Connects by a plug, by contacts or by a medium that is put in.
define port.by_contact      : bool = self.medium in [wired, contact] or any m in self.offers where (m in [media_slot])

/// Stands in a place that whoever runs the device answers for.
define element.at_customer : bool =
    not self.of_device and any b in self.boundaries where (b is HospitalNetwork or b is ClinicalSegment or b is HospitalDataCentre or b is CareUnit or b is BedSpace or b is OperatingTheatre or b is HomeNetwork or b is PatientSurroundings)
/// Stands in a place that somebody else answers for.
define element.outside : bool =
    not self.of_device and any b in self.boundaries where (b is CloudTenant or b is ManufacturerSite or b is ServiceSite or b is PublicNetwork)
/// Is reached over the Internet.
define element.on_the_internet : bool =
    not self.of_device and any b in self.boundaries where (b is CloudTenant or b is PublicNetwork or b is DemilitarisedZone)

/// MDS2: the sections of the form, and the questions on connections and ports, in our own words.
/// A form asks and does not require: what is checked is whether the model gives the answer a provider hopes for. What the model leaves unsaid is never a “no”;
/// the artifact `mds2` fills the form in.
/// Which capability a section's code stands for is our judgement where the tag says so.
standard mds2 "MDS2: Manufacturer Disclosure Statement for Medical Device Security" {
    edition: "HN 1-2019"
    binding: standard
    source:  "ANSI/NEMA HN 1-2019, https://www.nema.org"
    prefix:  "mds2.2019"
    form:    yes

    // Sections
    clause doc "Documentation" {
        id:           "mds2.2019.DOC"
        passage:      "section DOC"
        text:         "What documents there are on the device and its manufacturer (DOC-1 to DOC-11.4)."
        evidence_tag: verified
    }
    clause mpii "Personal data" {
        id:           "mds2.2019.MPII"
        passage:      "section MPII"
        text:         "Whether the device handles personal data."
        evidence_tag: verified
        asks:         some
        for flow f where (any e in f.ends where (e.of_device))
        satisfied when any d in f.carries where (d is PatientData)
    }
    clause alof "Automatic logoff" {
        id:           "mds2.2019.ALOF"
        passage:      "section ALOF"
        text:         "Whether and how an unattended session ends by itself."
        evidence_tag: judgement
        for process p where (p.operated_by_people)
        applies when   p.has_login
        satisfied when p.session_timeout
    }
    clause audt "Audit controls" {
        id:           "mds2.2019.AUDT"
        passage:      "section AUDT"
        text:         "Whether and how use of the device is recorded for audit."
        evidence_tag: judgement
        for process p where (p.operated_by_people)
        satisfied when p.audit_log
    }
    clause auth "Authorisation" {
        id:           "mds2.2019.AUTH"
        passage:      "section AUTH"
        text:         "Whether and how what users may do is limited to their authorisation."
        evidence_tag: judgement
        for process p where (p.operated_by_people)
        satisfied when p.authorises_requests
    }
    clause csup "Product upgrades" {
        id:           "mds2.2019.CSUP"
        passage:      "section CSUP"
        text:         "How the product is upgraded for cybersecurity, and by whom."
        evidence_tag: judgement
    }
    clause didt "De-identification" {
        id:           "mds2.2019.DIDT"
        passage:      "section DIDT"
        text:         "Whether the device can remove what identifies the patient."
        evidence_tag: judgement
    }
    clause dtbk "Backup and disaster recovery" {
        id:           "mds2.2019.DTBK"
        passage:      "section DTBK"
        text:         "Whether data can be backed up and recovered."
        evidence_tag: judgement
    }
    clause emrg "Emergency access" {
        id:           "mds2.2019.EMRG"
        passage:      "section EMRG"
        text:         "Whether there is access in an emergency."
        evidence_tag: judgement
        asks:         some
        for process p where (p.operated_by_people)
        satisfied when p.emergency_access
    }
    clause igau "Integrity and authenticity" {
        id:           "mds2.2019.IGAU"
        passage:      "section IGAU"
        text:         "Whether the integrity and authenticity of data on the device are ensured."
        evidence_tag: judgement
    }
    clause mldp "Malware protection" {
        id:           "mds2.2019.MLDP"
        passage:      "section MLDP"
        text:         "Whether and how the device is protected against malware."
        evidence_tag: judgement
    }
    clause naut "Node authentication" {
        id:           "mds2.2019.NAUT"
        passage:      "section NAUT"
        text:         "How the device authenticates the systems it communicates with, and itself to them."
        evidence_tag: verified
    }
    clause conn "Connectivity" {
        id:           "mds2.2019.CONN"
        passage:      "section CONN"
        text:         "What the device can be connected to, and how."
        evidence_tag: verified
    }
    clause paut "Person authentication" {
        id:           "mds2.2019.PAUT"
        passage:      "section PAUT"
        text:         "Whether people prove who they are before they operate the device."
        evidence_tag: judgement
        for process p where (p.operated_by_people)
        satisfied when p.has_login
    }
    clause plok "Physical locks" {
        id:           "mds2.2019.PLOK"
        passage:      "section PLOK"
        text:         "Whether locks keep people from the inside of the device."
        evidence_tag: judgement
    }
    clause rdmp "Roadmap for third-party components" {
        id:           "mds2.2019.RDMP"
        passage:      "section RDMP"
        text:         "How third-party components are kept up over the life cycle."
        evidence_tag: verified
    }
    clause sbom "Software bill of materials" {
        id:           "mds2.2019.SBOM"
        passage:      "section SBOM"
        text:         "About the software bill of materials."
        evidence_tag: verified
    }
    clause sahd "System and application hardening" {
        id:           "mds2.2019.SAHD"
        passage:      "section SAHD"
        text:         "How far the device is hardened."
        evidence_tag: judgement
    }
    clause sgud "Security guidance" {
        id:           "mds2.2019.SGUD"
        passage:      "section SGUD"
        text:         "What guidance on security and privacy there is."
        evidence_tag: judgement
    }
    clause stcf "Storage confidentiality" {
        id:           "mds2.2019.STCF"
        passage:      "section STCF"
        text:         "Whether stored personal data are kept confidential."
        evidence_tag: judgement
        for store s where (s.of_device)
        applies when   any d in s.holds where (d is PatientData)
        satisfied when s.encrypted
    }
    clause txcf "Transmission confidentiality" {
        id:           "mds2.2019.TXCF"
        passage:      "section TXCF"
        text:         "Whether transmitted personal data are kept confidential."
        evidence_tag: judgement
        for flow f where (f.device_link)
        applies when   any d in f.carries where (d is PatientData)
        satisfied when f.encrypted
    }
    clause txig "Transmission integrity" {
        id:           "mds2.2019.TXIG"
        passage:      "section TXIG"
        text:         "Whether transmitted data are protected against alteration."
        evidence_tag: judgement
        for flow f where (f.device_link)
        satisfied when f.integrity_protected or f.signed
    }
    clause rmot "Remote service" {
        id:           "mds2.2019.RMOT"
        passage:      "section RMOT"
        text:         "Whether and how the device is serviced from afar (RMOT-1 to RMOT-3)."
        evidence_tag: recalled
        asks:         some
        denies:       no
        for flow f where (f.device_link)
        satisfied when any d in f.carries where (d is RemoteServiceData or d is ServiceCommand) or any e in f.ends where (e is RemoteServiceRelay)
    }
    // Single questions on documents and records
    clause doc_8 "Coordinated disclosure" {
        id:           "mds2.2019.DOC-8"
        passage:      "question DOC-8"
        text:         "Whether there is a process for coordinated disclosure of vulnerabilities."
        evidence_tag: verified
    }
    clause doc_9 "Information sharing" {
        id:           "mds2.2019.DOC-9"
        passage:      "question DOC-9"
        text:         "Whether the manufacturer takes part in an information sharing organisation."
        evidence_tag: verified
    }
    clause doc_10 "Diagram of network or data flow" {
        id:           "mds2.2019.DOC-10"
        passage:      "question DOC-10"
        text:         "Whether a diagram of the network or the data flow is available: the data flows of the model are those that its diagrams show."
        evidence_tag: verified
        asks:         some
        denies:       no
        for flow f where (f.device_link)
        satisfied when f.crosses
    }
    clause doc_11 "Software as a medical device" {
        id:           "mds2.2019.DOC-11"
        passage:      "question DOC-11"
        text:         "Whether the device is software as a medical device."
        evidence_tag: verified
    }
    clause audt_2_7 "Record of transfer by media" {
        id:           "mds2.2019.AUDT-2.7"
        passage:      "question AUDT-2.7"
        text:         "Whether the audit record contains the transfer of data by removable media."
        evidence_tag: verified
    }
    clause audt_2_8 "Record of transfer by network" {
        id:           "mds2.2019.AUDT-2.8"
        passage:      "question AUDT-2.8"
        text:         "Whether the audit record contains the transfer of data by the network."
        evidence_tag: verified
    }
    // Node authentication
    clause naut_1 "Authentication of nodes" {
        id:           "mds2.2019.NAUT-1"
        passage:      "question NAUT-1"
        text:         "Whether systems that communicate are authenticated."
        evidence_tag: verified
        for flow f where (f.device_link)
        satisfied when f.authentication == mutual
    }
    clause naut_2 "Network access control" {
        id:           "mds2.2019.NAUT-2"
        passage:      "question NAUT-2"
        text:         "Whether access by the network is controlled, by an allow-list for instance."
        evidence_tag: verified
        asks:         some
        denies:       no
        for control c where (any e in c.protects where (e.of_device))
        satisfied when c.counts and (c is HostFirewall or c is NetworkAccessControl)
    }
    clause naut_2_1 "Firewall rules documented" {
        id:           "mds2.2019.NAUT-2.1"
        passage:      "question NAUT-2.1"
        text:         "Whether the set of firewall rules is documented."
        evidence_tag: verified
    }
    clause naut_3 "Certificates" {
        id:           "mds2.2019.NAUT-3"
        passage:      "question NAUT-3"
        text:         "Whether the authentication of nodes stands on certificates."
        evidence_tag: verified
        asks:         some
        denies:       no
        for flow f where (f.device_link)
        satisfied when f.certificates
    }
    // Connectivity
    clause conn_1 "Hardware connectivity" {
        id:           "mds2.2019.CONN-1"
        passage:      "question CONN-1"
        text:         "Whether the hardware has connections."
        evidence_tag: verified
        asks:         some
        for port p where (p.socket_or_radio)
        satisfied when p.for_connecting
    }
    clause conn_1_1 "Wireless connections" {
        id:           "mds2.2019.CONN-1.1"
        passage:      "question CONN-1.1"
        text:         "Whether there are wireless connections."
        evidence_tag: verified
        asks:         some
        for port p where (p.socket_or_radio)
        satisfied when p.wireless and p.for_connecting
    }
    clause conn_1_1_1 "Wi-Fi" {
        id:           "mds2.2019.CONN-1.1.1"
        passage:      "question CONN-1.1.1"
        text:         "Whether Wi-Fi is supported."
        evidence_tag: verified
        asks:         some
        for port p where (p.socket_or_radio)
        satisfied when p.wireless and (p is WifiRadio or (p.range == local_area and any m in p.offers where (m in [ip])))
    }
    clause conn_1_1_2 "Bluetooth" {
        id:           "mds2.2019.CONN-1.1.2"
        passage:      "question CONN-1.1.2"
        text:         "Whether Bluetooth is supported."
        evidence_tag: verified
        asks:         some
        for port p where (p.socket_or_radio)
        satisfied when any m in p.offers where (m in [ble, bluetooth])
    }
    clause conn_1_1_3 "Other wireless networks" {
        id:           "mds2.2019.CONN-1.1.3"
        passage:      "question CONN-1.1.3"
        text:         "Whether another wireless network is supported."
        evidence_tag: verified
        asks:         some
        for port p where (p.socket_or_radio)
        satisfied when p.wireless and (any m in p.offers where (m in [cellular]) or (p.range != local_area and any m in p.offers where (m in [ip])))
    }
    clause conn_1_1_4 "Other radio" {
        id:           "mds2.2019.CONN-1.1.4"
        passage:      "question CONN-1.1.4"
        text:         "Whether other wireless connections are supported, a radio of one's own for instance."
        evidence_tag: verified
        asks:         some
        for port p where (p.socket_or_radio)
        satisfied when p.wireless and any m in p.offers where (m in [rf, nfc, rfid, inductive, optical])
    }
    clause conn_1_2 "Physical connections" {
        id:           "mds2.2019.CONN-1.2"
        passage:      "question CONN-1.2"
        text:         "Whether there are physical connections."
        evidence_tag: verified
        asks:         some
        for port p where (p.socket_or_radio)
        satisfied when p.by_contact and p.for_connecting
    }
    clause conn_1_2_1 "RJ45" {
        id:           "mds2.2019.CONN-1.2.1"
        passage:      "question CONN-1.2.1"
        text:         "Whether there are RJ45 sockets; a wired socket for an IP network is taken for one."
        evidence_tag: verified
        asks:         some
        for port p where (p.socket_or_radio)
        satisfied when p.medium == wired and any m in p.offers where (m in [ip])
    }
    clause conn_1_2_2 "USB" {
        id:           "mds2.2019.CONN-1.2.2"
        passage:      "question CONN-1.2.2"
        text:         "Whether there are USB sockets."
        evidence_tag: verified
        asks:         some
        for port p where (p.socket_or_radio)
        satisfied when any m in p.offers where (m in [usb])
    }
    clause conn_1_2_3 "Removable memory" {
        id:           "mds2.2019.CONN-1.2.3"
        passage:      "question CONN-1.2.3"
        text:         "Whether there are slots for removable memory."
        evidence_tag: verified
        asks:         some
        for port p where (p.socket_or_radio)
        satisfied when any m in p.offers where (m in [media_slot])
    }
    clause conn_1_2_4 "Other sockets" {
        id:           "mds2.2019.CONN-1.2.4"
        passage:      "question CONN-1.2.4"
        text:         "Whether there are other physical connections."
        evidence_tag: verified
        asks:         some
        for port p where (p.socket_or_radio)
        satisfied when p.by_contact and any m in p.offers where (m not in [ip, usb, media_slot, display, power, local])
    }
    clause conn_2 "List of ports and protocols" {
        id:           "mds2.2019.CONN-2"
        passage:      "question CONN-2"
        text:         "Whether the manufacturer provides a list of the network ports and protocols that are or may be used."
        evidence_tag: verified
        denies:       no
        for port p where (p.of_device and p.for_it)
        applies when   p.used
        satisfied when known(p.purpose) and all f in p.flows where (not empty(f.protocol))
    }
    clause conn_3 "Systems in the customer's environment" {
        id:           "mds2.2019.CONN-3"
        passage:      "question CONN-3"
        text:         "Whether the device communicates with other systems in the customer's environment."
        evidence_tag: verified
        asks:         some
        denies:       no
        for flow f where (f.device_link)
        satisfied when any e in f.ends where e.at_customer
    }
    clause conn_4 "Systems outside the customer's environment" {
        id:           "mds2.2019.CONN-4"
        passage:      "question CONN-4"
        text:         "Whether the device communicates with systems outside it, such as a service host."
        evidence_tag: verified
        asks:         some
        denies:       no
        for flow f where (f.device_link)
        satisfied when any e in f.ends where e.outside
    }
    clause conn_5 "Calls of programming interfaces" {
        id:           "mds2.2019.CONN-5"
        passage:      "question CONN-5"
        text:         "Whether the device makes or takes calls by a programming interface."
        evidence_tag: verified
        asks:         some
        denies:       no
        for flow f where (f.device_link)
        satisfied when any p in f.target_ports where (p is RestApi) or any t in f.protocol where (t is Fhir)
    }
    clause conn_6 "Internet" {
        id:           "mds2.2019.CONN-6"
        passage:      "question CONN-6"
        text:         "Whether the intended use needs the Internet."
        evidence_tag: verified
        asks:         some
        for port p where (p.of_device and any f in p.flows where (any e in f.ends where e.on_the_internet))
        satisfied when p.required
    }
    clause conn_7 "TLS" {
        id:           "mds2.2019.CONN-7"
        passage:      "question CONN-7"
        text:         "Whether TLS is supported."
        evidence_tag: verified
        asks:         some
        denies:       no
        for flow f where (f.device_link)
        satisfied when any t in f.protocol where (t is Https or t is WebSockets or t is Tls or t is Mqtts or t is Hl7v2Tls or t is Fhir or t is DicomTls or t is Ldaps or t is SyslogTls)
    }
    clause conn_7_1 "TLS configurable" {
        id:           "mds2.2019.CONN-7.1"
        passage:      "question CONN-7.1"
        text:         "Whether TLS can be configured."
        evidence_tag: verified
    }
    clause conn_8 "Control from another device" {
        id:           "mds2.2019.CONN-8"
        passage:      "question CONN-8"
        text:         "Whether the device can be controlled from a separate one: whether commands or settings reach it from another system."
        evidence_tag: verified
        asks:         some
        for flow f where (f.device_link)
        satisfied when (f.target.of_device or f.two_way) and any d in f.carries where (d is Command or d is SafetyParameters)
    }
    // Hardening and transmission
    clause sahd_7 "Shares" {
        id:           "mds2.2019.SAHD-7"
        passage:      "question SAHD-7"
        text:         "About file shares."
        evidence_tag: verified
    }
    clause sahd_8 "Ports and protocols not required" {
        id:           "mds2.2019.SAHD-8"
        passage:      "question SAHD-8"
        text:         "Whether communication ports and protocols that are not required are disabled."
        evidence_tag: verified
        for port p where (p.of_device and p.for_data)
        applies when   not p.required
        satisfied when p.off_as_shipped
    }
    clause sahd_9 "Services" {
        id:           "mds2.2019.SAHD-9"
        passage:      "question SAHD-9"
        text:         "About the services that run on the device."
        evidence_tag: verified
    }
    clause sahd_11 "Boot media" {
        id:           "mds2.2019.SAHD-11"
        passage:      "question SAHD-11"
        text:         "About the media from which the device can be started."
        evidence_tag: verified
    }
    clause sahd_12 "Unauthorised hardware or software" {
        id:           "mds2.2019.SAHD-12"
        passage:      "question SAHD-12"
        text:         "About unauthorised hardware or software."
        evidence_tag: verified
    }
    clause txcf_3 "Fixed destinations" {
        id:           "mds2.2019.TXCF-3"
        passage:      "question TXCF-3"
        text:         "Whether personal data go to a fixed set of destinations only."
        evidence_tag: verified
    }
    clause txcf_4 "Authenticated systems" {
        id:           "mds2.2019.TXCF-4"
        passage:      "question TXCF-4"
        text:         "Whether personal data go to authenticated systems only."
        evidence_tag: verified
        for flow f where (f.device_link)
        applies when   any d in f.carries where (d is PatientData)
        satisfied when f.authentication in [target, mutual]
    }
    clause txcf_5 "Secure methods" {
        id:           "mds2.2019.TXCF-5"
        passage:      "question TXCF-5"
        text:         "Whether personal data are transmitted by secure methods only."
        evidence_tag: verified
        for flow f where (f.device_link)
        applies when   any d in f.carries where (d is PatientData)
        satisfied when f.encrypted and (f.integrity_protected or f.signed)
    }
}
