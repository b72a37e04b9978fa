"""The fields of the European platform for the 11 questions of the digital maturity assessment (SME form).

The names are those that a programme of another hub writes (docs/reports.md); whether the platform takes such
files in is not documented publicly.
"""

from collections.abc import Mapping
from typing import Final

QUESTIONNAIRE: Final = "dma-sme"
HEAD: Final = (
    "time_point",
    "maturity_assessment_date",
    "enterprise_name_edih",
    "fiscal_registration_number_vat",
)


def _named(end: str, beginning: str = "", **names: str) -> dict[str, str]:
    """The fields by choice or row, whose ids have hyphens, with the beginning and end that all share."""
    return {key.replace("_", "-"): f"{beginning}{name}_{end}" for key, name in names.items()}


FIELDS: Final[Mapping[str, Mapping[str, str]]] = {
    "invested-areas": _named(
        "m2_1_1",
        product_design="product_service_design",
        project_planning="project_planning_and_management",
        operations="operations_production_of_physical_goods",
        collaboration="collaboration_with_other_companies",
        inbound_logistics="inbound_logistics_warehousing",
        sales_service="marketing_sales_customer_management",
        delivery="delivery_outbound_logistics",
        administration="administration_and_human_resources",
        purchasing="purchasing_and_procurement",
        security="cyber_security",
    ),
    "readiness-steps": _named(
        "m2_1_2",
        needs_known="digitalisation_needs_are_identified",
        budget="financial_resources",
        infrastructure="it_infrastructures",
        specialists="ict_specialists",
        management="enterprise_s_management",
        staff_ready="concerned_business_departments",
        adaptable_processes="business_architecture",
        servitisation="manufactured_products",
        online_satisfaction="clients_and_partners_satisfaction",
        risks="risks_of_digitalisation",
    ),
    "everyday-technologies": _named(
        "m2_2_3",
        connectivity="connectivity_infrastructure",
        website="enterprise_s_website",
        web_forms="web_based_forms_and_blogs",
        live_contact="live_chats_social_networks",
        e_commerce="e_commerce_sales",
        e_marketing="e_marketing_promotion",
        e_government="e_government_online_interaction",
        remote_collaboration="remote_business_collaboration",
        intranet="internal_web_portal_intranet",
        information_systems="information_management_systems",
    ),
    "advanced-technologies": _named(
        "m2_2_4",
        "following_advanced_digital_technologies_m2_2_4__",
        digital_twin="simulation_and_digital_twins",
        virtual_reality="virtual_reality",
        cad_cam="computer_aided_design",
        mes="manufacturing_execution",
        iot="internet_of_things",
        blockchain="blockchain_technology",
        additive_manufacturing="additive_manufacturing",
    ),
    "staff-skills": _named(
        "m2_3_5",
        skills_check="performs_staff_skill",
        training_plan="designs_a_training_plan",
        short_courses="organises_short_trainings",
        learning_by_doing="facilitates_learning",
        traineeships="offers_traineeships",
        external_training="sponsors_staff_participation",
        subsidised_training="makes_use_of_subsidised_training",
    ),
    "staff-involvement": _named(
        "m2_3_6",
        awareness="facilitates_staff_awareness",
        open_plans="communicates_digitalisation",
        acceptance="monitors_staff_acceptance",
        co_design="involves_staff_including",
        autonomy="gives_staff_more_autonomy",
        redesigned_work="redesigns_adapts_jobs",
        flexible_work="sets_up_more_flexible_working",
        support_team="puts_at_staff_disposal",
    ),
    "data-management": _named(
        "m2_4_7",
        data_policy="the_organisation_has_in_place",
        not_digital="data_is_not_collected_digitally",
        stored_digitally="relevant_data",
        integrated="data_is_properly_integrated",
        real_time_access="data_is_accessible",
        analysed="collected_data",
        external_data="data_analytics_enriched",
        self_service="data_analytics_accessible",
    ),
    "data-security": _named(
        "m2_4_8",
        security_policy="enterprise_data_security_policy",
        client_data="all_client_related_data",
        staff_trained="staff_is_regularly_informed",
        threats_watched="cyber_threats_egularly_monitored",
        off_site_backup="full_backup_copy_of_critical_business_data",
        continuity_plan="business_continuity_plan",
    ),
    "automation": _named(
        "m2_5_9",
        "automation_and_artificial_intelligence_likert__",
        language="natural_language_process",
        vision="computer_vision",
        speech="audio_processing",
        robotics="robotics_and_autonomous_devices",
        decision_support="business_intelligence",
    ),
    "green-choices": _named(
        "m2_6_10",
        business_model="sustainable_business_model",
        services="sustainable_service_provision",
        products="sustainable_products",
        production="sustainable_production",
        emissions_waste="emissions_pollution",
        own_energy="sustainable_energy_generation",
        raw_materials="optimisation_of_raw_material_consumption",
        transport_packaging="reduction_of_transport_and_packaging_costs",
        responsible_customers="digital_applications",
        paperless="paperless_administrative_processes",
    ),
    "green-practices": _named(
        "m2_6_11",
        "green_digitalisation_2_likert__",
        green_strategy="environmental_concerns",
        management_system="environmental_management",
        procurement="environmental_aspects",
        it_energy="energy_consumption",
        equipment_reuse="recycling_reuse",
    ),
}
"""The field of each row or choice, by question; choices that mean "nothing of this" have none."""

PAIRED: Final = "invested-areas"
ALREADY, PLANNED = "already", "planned"
STEPS: Final[Mapping[str, int]] = {
    "not-used": 0,
    "considering": 2,
    "prototyping": 4,
    "testing": 6,
    "implementing": 8,
    "operational": 10,
    "no": 0,
    "partly": 5,
    "yes": 10,
}
"""The number of a step of a scale."""
SCORES: Final[Mapping[str, str]] = {
    "strategy": "Digital Business Strategy",
    "readiness": "Digital Readiness",
    "people": "Human-Centric Digitalisation",
    "data": "Data Governance",
    "automation": "Automation & Artificial Intelligence",
    "green": "Green Digitalisation",
}
"""The columns of the six dimensions in the list of results."""
